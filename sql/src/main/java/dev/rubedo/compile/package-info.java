/**
 * The compiler, which turns a statement or DDL element into SQL for one dialect.
 *
 * <p>Each family of clauses has one renderer, and a dialect overrides the methods in which it differs. Nothing here
 * depends on JDBC. Start reading at {@link dev.rubedo.compile.StatementCompiler}.
 */
@NullMarked
package dev.rubedo.compile;

import org.jspecify.annotations.NullMarked;
