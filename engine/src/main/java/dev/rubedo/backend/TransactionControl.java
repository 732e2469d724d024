package dev.rubedo.backend;

import java.sql.SQLException;

/**
 * How a driver begins and ends transactions. This class does it as JDBC means it: a connection out of auto-commit
 * begins by itself. A database whose driver cannot be trusted with that overrides all methods. Immutable.
 */
public class TransactionControl {

    /** JDBC's own way. */
    public static final TransactionControl JDBC = new TransactionControl();

    /** For heirs. */
    protected TransactionControl() {}

    /** Returns whether a connection lies in auto-commit while no transaction is open. */
    public boolean autoCommitAtRest() {
        return false;
    }

    /**
     * Begins a transaction.
     *
     * @param immediate whether it will write for sure, so that a lock should be taken at once where that avoids
     *     failures later
     */
    public void begin(java.sql.Connection connection, boolean immediate) throws SQLException {
        // JDBC begins with the first statement
    }

    /** Commits. */
    public void commit(java.sql.Connection connection) throws SQLException {
        connection.commit();
    }

    /** Rolls back. */
    public void rollback(java.sql.Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Switches auto-commit by the driver on or off, for {@link IsolationLevel#AUTOCOMMIT}. */
    public void setAutoCommit(java.sql.Connection connection, boolean on) throws SQLException {
        connection.setAutoCommit(on);
    }

    /** Sets the isolation level of the next transactions; never {@link IsolationLevel#AUTOCOMMIT}. */
    public void setIsolation(java.sql.Connection connection, IsolationLevel level) throws SQLException {
        connection.setTransactionIsolation(level.jdbc());
    }

    /** Makes the next transactions read-only or not. */
    public void setReadOnly(java.sql.Connection connection, boolean readOnly) throws SQLException {
        connection.setReadOnly(readOnly);
    }

    /** Sets a savepoint. The name is made by the engine and needs no quotes. */
    public void savepoint(java.sql.Connection connection, String name) throws SQLException {
        execute(connection, "SAVEPOINT " + name);
    }

    /** Undoes everything since a savepoint, which stays. */
    public void rollbackTo(java.sql.Connection connection, String name) throws SQLException {
        execute(connection, "ROLLBACK TO SAVEPOINT " + name);
    }

    /** Forgets a savepoint and keeps what was done since. */
    public void release(java.sql.Connection connection, String name) throws SQLException {
        execute(connection, "RELEASE SAVEPOINT " + name);
    }

    /** Executes a statement of transaction control. */
    protected static void execute(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
