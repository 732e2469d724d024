package dev.rubedo.pool;

import java.sql.SQLException;
import org.slf4j.Logger;

/** Opening and closing of physical connections for the pools that do it themselves. Stateless. */
final class Connections {

    private Connections() {}

    static PooledConnection open(Connector connector) throws SQLException {
        var jdbc = connector.connect();
        var connection = new PooledConnection(jdbc, 0);
        if (jdbc.getAutoCommit() != connector.autoCommitAtRest()) {
            jdbc.setAutoCommit(connector.autoCommitAtRest());
            connection.hasOtherMode = true;
        }
        return connection;
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
