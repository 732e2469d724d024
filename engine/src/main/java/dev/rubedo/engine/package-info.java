/**
 * Running statements on a database: engines, connections, transactions.
 *
 * <p>{@link dev.rubedo.engine.Engine} is where one begins, {@link dev.rubedo.engine.Connection} executes. May use
 * everything else in this module; nothing here knows entities. Start reading at {@link dev.rubedo.engine.Connection}
 * and {@link dev.rubedo.engine.StatementExecutor}.
 */
@NullMarked
package dev.rubedo.engine;

import org.jspecify.annotations.NullMarked;
