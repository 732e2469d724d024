package dev.rubedo.backend;

import dev.rubedo.stability.Spi;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The control of transactions that are committed in two phases. SPI. Implementations are immutable.
 *
 * <p>Identifiers consist of letters, digits and {@code - _ . : @}, and have at most 64 characters.
 */
@Spi
public interface TwoPhaseControl {

    /** Begins a transaction. */
    void begin(java.sql.Connection connection, String xid) throws SQLException;

    /** Prepares the transaction of a connection: from now on, the database guarantees that it can be committed. */
    void prepare(java.sql.Connection connection, String xid) throws SQLException;

    /** Commits the unprepared transaction of a connection. */
    void commit(java.sql.Connection connection, String xid) throws SQLException;

    /** Rolls back the unprepared transaction of a connection. */
    void rollback(java.sql.Connection connection, String xid) throws SQLException;

    /** Commits a prepared transaction, possibly one of a connection that is lost. */
    void commitPrepared(java.sql.Connection connection, String xid) throws SQLException;

    /** Rolls back a prepared transaction, possibly one of a connection that is lost. */
    void rollbackPrepared(java.sql.Connection connection, String xid) throws SQLException;

    /** Returns the identifiers of the prepared transactions that the database holds. */
    List<String> recover(java.sql.Connection connection) throws SQLException;

    /** Executes a statement without results outside a transaction. */
    static void executeAlone(java.sql.Connection connection, String sql) throws SQLException {
        alone(connection, statement -> statement.execute(sql));
    }

    /** Calls the driver outside a transaction, then restores the auto-commit mode. */
    static <R> R alone(java.sql.Connection connection, Call<R> call) throws SQLException {
        boolean mode = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            return call.on(statement);
        } finally {
            connection.setAutoCommit(mode);
        }
    }

    /**
     * A driver call.
     *
     * @param <R> its result
     */
    @FunctionalInterface
    interface Call<R> {
        /** Calls the driver. */
        R on(Statement statement) throws SQLException;
    }
}
