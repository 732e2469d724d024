package dev.rubedo.pool;

import java.sql.SQLException;
import org.slf4j.Logger;

/** Opening and closing of physical connections for the pools that do it themselves. Stateless. */
final class Connections {

    private Connections() {}

    static java.sql.Connection open(Connector connector) throws SQLException {
        var jdbc = connector.connect();
        if (jdbc.getAutoCommit() != connector.autoCommitAtRest()) {
            jdbc.setAutoCommit(connector.autoCommitAtRest());
        }
        return jdbc;
    }

    static void close(PooledConnection connection, Logger log) {
        try {
            connection.jdbc().close();
        } catch (SQLException e) {
            log.debug("Closing {} failed", connection, e);
        }
    }
}
