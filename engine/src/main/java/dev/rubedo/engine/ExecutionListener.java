package dev.rubedo.engine;

import dev.rubedo.error.DatabaseException;

/**
 * A listener to what an engine's connections do.
 *
 * <p>Order of calls: {@code afterBegin} before the first statement of a transaction; for each statement
 * {@code beforeExecute}, then {@code afterExecute} or {@code afterError}; {@code afterCommit} or {@code afterRollback}
 * at the end. Called on the thread of the connection; what a listener throws reaches the caller. Implementations must
 * be thread-safe, and must not use the connection.
 */
public interface ExecutionListener {

    /** Called when parameters are bound, before the statement is sent. */
    default void beforeExecute(Execution execution) {}

    /** Called when the database has answered; rows are read later. */
    default void afterExecute(Execution execution) {}

    /** Called when the database refused, or the answer did not come. */
    default void afterError(Execution execution, DatabaseException failure) {}

    /** Called when a transaction has begun. */
    default void afterBegin(Connection connection) {}

    /** Called when a transaction was committed. */
    default void afterCommit(Connection connection) {}

    /** Called when a transaction was rolled back. */
    default void afterRollback(Connection connection) {}

    /** Called when a savepoint was set. */
    default void afterSavepoint(Connection connection, Savepoint savepoint) {}

    /** Called when a savepoint was rolled back to. */
    default void afterRollbackToSavepoint(Connection connection, Savepoint savepoint) {}

    /** Called when a savepoint was released. */
    default void afterReleaseSavepoint(Connection connection, Savepoint savepoint) {}
}
