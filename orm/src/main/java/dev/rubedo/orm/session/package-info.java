/**
 * The session: what a program talks to. It knows every object once, notices what changes and writes it, in one
 * transaction. Start reading at {@link dev.rubedo.orm.session.Session} and {@link
 * dev.rubedo.orm.session.SessionFactory}.
 */
@NullMarked
package dev.rubedo.orm.session;

import org.jspecify.annotations.NullMarked;
