package dev.rubedo.engine;

import dev.rubedo.error.DatabaseException;

/**
 * A listener to the executions and transactions of an engine's connections.
 *
 * <p>The order of calls: {@code afterBegin} before the first statement of a transaction; for each statement
 * {@code beforeExecute}, then {@code afterExecute} or {@code afterError}; {@code afterCommit} or {@code afterRollback}
 * at the end. Called on the thread of the connection. Exceptions of a listener are propagated to the caller.
 * Implementations must be thread-safe, and must not use the connection.
 */
public interface ExecutionListener {

    /** Called after parameters are bound, before the statement is sent. */
    default void beforeExecute(Execution execution) {}

    /** Called after the database has responded; rows are read later. */
    default void afterExecute(Execution execution) {}

    /** Called after the database reported an error or did not respond. */
    default void afterError(Execution execution, DatabaseException failure) {}

    /** Called after a transaction has begun. */
    default void afterBegin(Connection connection) {}

    /** Called after a transaction was committed. */
    default void afterCommit(Connection connection) {}

    /** Called after a transaction was rolled back. */
    default void afterRollback(Connection connection) {}

    /** Called after a savepoint was set. */
    default void afterSavepoint(Connection connection, Savepoint savepoint) {}

    /** Called after a rollback to a savepoint. */
    default void afterRollbackToSavepoint(Connection connection, Savepoint savepoint) {}

    /** Called after a savepoint was released. */
    default void afterReleaseSavepoint(Connection connection, Savepoint savepoint) {}
}
