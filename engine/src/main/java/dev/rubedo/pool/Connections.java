package dev.rubedo.pool;

import java.sql.SQLException;
import org.slf4j.Logger;

/** Opening and closing of physical connections for the pools that do it themselves. Stateless. */
final class Connections {

    private Connections() {}

    static PooledConnection open(Connector connector, Logger log) throws SQLException {
        var connection = new PooledConnection(connector.connect(), 0);
        boolean isSetUp = false;
        try {
            connection.hasOtherMode = setMode(connection.jdbc(), connector.autoCommitAtRest());
            isSetUp = true;
            return connection;
        } finally {
            if (!isSetUp) {
                close(connection, log);
            }
        }
    }

    /** Puts a connection into the mode it rests in; returns whether it was in the other. */
    static boolean setMode(java.sql.Connection jdbc, boolean autoCommit) throws SQLException {
        if (jdbc.getAutoCommit() == autoCommit) {
            return false;
        }
        jdbc.setAutoCommit(autoCommit);
        return true;
    }

    /** Closes a connection in the mode it was opened in: it may be the next user's, if it is one of somebody else's pool. */
    static void release(PooledConnection connection, Logger log) {
        try {
            if (connection.hasOtherMode) {
                connection.jdbc().setAutoCommit(!connection.jdbc().getAutoCommit());
            }
        } catch (SQLException e) {
            log.debug("Setting auto-commit of {} back failed", connection, e);
        }
        close(connection, log);
    }

    static void close(PooledConnection connection, Logger log) {
        try {
            connection.jdbc().close();
        } catch (SQLException e) {
            log.debug("Closing {} failed", connection, e);
        }
    }
}
