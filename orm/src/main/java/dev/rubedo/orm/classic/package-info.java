/**
 * The classic query object of SQLAlchemy, bound to a session: {@code query(session, USER).filter(...).all()}. It is a
 * thin layer over the statements that sessions execute, for code and developers that come from SQLAlchemy. Start
 * reading at {@code Query}.
 */
@NullMarked
package dev.rubedo.orm.classic;

import org.jspecify.annotations.NullMarked;
