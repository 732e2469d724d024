/**
 * Execution of statements: engines, connections, transactions.
 *
 * <p>{@link dev.rubedo.engine.Engine} is the entry point, {@link dev.rubedo.engine.Connection} executes statements.
 * This package may use everything else in this module; nothing here depends on entities. Start reading at
 * {@link dev.rubedo.engine.Connection} and {@link dev.rubedo.engine.StatementExecutor}.
 */
@NullMarked
package dev.rubedo.engine;

import org.jspecify.annotations.NullMarked;
