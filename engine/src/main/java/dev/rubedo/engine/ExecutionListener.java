package dev.rubedo.engine;

import dev.rubedo.error.DatabaseException;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A listener for the executions and transactions of an engine's connections.
 *
 * <p>The order of calls: {@code afterConnect}; {@code afterBegin} before the first statement of a transaction; for each
 * statement {@code beforeCompile} (only for statements that programs pass to a connection), {@code beforePrepare},
 * {@code beforeExecute}, then {@code afterExecute} and {@code afterRead}, or {@code afterError} and
 * {@code replaceError} (without {@code beforeExecute} if the statement could not be prepared); {@code beforeDdl} and
 * {@code afterDdl} around these for DDL; {@code afterCommit} or {@code afterRollback} at the end; {@code afterClose}.
 * The methods are called on the thread of the connection. Exceptions of a listener are propagated to the caller.
 * Implementations must be thread-safe, and must not use the connection, except in {@code afterConnect}.
 */
public interface ExecutionListener {

    /** Called when a program gets a connection from the engine, before its first use. */
    default void afterConnect(Connection connection) {}

    /** Called when a connection was closed; its physical connection is back in the pool. */
    default void afterClose(Connection connection) {}

    /**
     * Called after the options of a connection were changed by {@link Connection#options}.
     *
     * @param before the previous options
     */
    default void afterOptions(Connection connection, ConnectionOptions before) {}

    /**
     * Called before a statement is compiled. The listener can replace it with another one that has the same select
     * list, for example to add a condition.
     *
     * @param statement the statement as passed to the connection, or as returned by the previous listener
     * @return the statement to execute
     */
    default <T extends @Nullable Object> Statement<T> beforeCompile(Connection connection, Statement<T> statement) {
        return statement;
    }

    /**
     * Called before SQL is prepared. The listener can replace it with SQL that has the same parameters and columns, for
     * example to add a comment.
     *
     * @param sql the SQL, or what the previous listener returned
     * @return the SQL to send
     */
    default String beforePrepare(Connection connection, String sql) {
        return sql;
    }

    /** Called after parameters are bound, before the statement is sent. */
    default void beforeExecute(Execution execution) {}

    /** Called after the database has responded; rows are read later. */
    default void afterExecute(Execution execution) {}

    /**
     * Called after the program has read the rows of a result or closed it; not called for statements that return no
     * rows, nor for results that the engine itself reads, such as those of catalog queries.
     */
    default void afterRead(Execution execution) {}

    /** Called after the database reported an error or did not respond. */
    default void afterError(Execution execution, DatabaseException failure) {}

    /**
     * Called after {@code afterError} of all listeners. The listener can replace the exception with another one, which
     * should have the original as its cause.
     *
     * @param failure the exception, or what the previous listener returned
     * @return the exception to throw
     */
    default RuntimeException replaceError(Execution execution, RuntimeException failure) {
        return failure;
    }

    /** Called before a DDL element is executed. */
    default void beforeDdl(Connection connection, DdlElement element) {}

    /** Called after a DDL element was executed. */
    default void afterDdl(Connection connection, DdlElement element) {}

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

    /** Called after a two-phase transaction has begun, after {@code afterBegin}. */
    default void afterBeginTwoPhase(Connection connection, String xid) {}

    /** Called after a transaction was prepared; {@code afterCommit} or {@code afterRollback} follows. */
    default void afterPrepare(Connection connection, String xid) {}

    /** Called after {@link Connection#commitPrepared} committed a transaction. */
    default void afterCommitPrepared(Connection connection, String xid) {}

    /** Called after {@link Connection#rollbackPrepared} rolled a transaction back. */
    default void afterRollbackPrepared(Connection connection, String xid) {}

    /** Called after the engine was closed. */
    default void afterEngineClose(Engine engine) {}
}
