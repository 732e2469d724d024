/**
 * Sessions, the scope of a unit of work: a session holds each object once, tracks changes, and writes them in one
 * transaction. Start reading at {@link dev.rubedo.orm.session.Session} and {@link
 * dev.rubedo.orm.session.SessionFactory}.
 */
@NullMarked
package dev.rubedo.orm.session;

import org.jspecify.annotations.NullMarked;
