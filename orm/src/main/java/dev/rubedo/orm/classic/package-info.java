/**
 * The classic query object of SQLAlchemy, bound to a session: {@code query(session, USER).filter(...).all()}. A face of
 * the statements that sessions execute, for programs and people that come from there. Start reading at {@code Query}.
 */
@NullMarked
package dev.rubedo.orm.classic;

import org.jspecify.annotations.NullMarked;
