package dev.rubedo.engine;

import dev.rubedo.pool.Connector;
import java.sql.SQLException;

/**
 * A connector that wraps another one and lets an engine read the server version of new connections. As thread-safe as
 * the wrapped one.
 */
final class VersionConnector implements Connector {

    private final Connector connector;
    private final Server server;

    VersionConnector(Connector connector, Server server) {
        this.connector = connector;
        this.server = server;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        var connection = connector.connect();
        try {
            server.meet(connection);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public boolean autoCommitAtRest() {
        return connector.autoCommitAtRest();
    }

    @Override
    public boolean isInterruptible() {
        return connector.isInterruptible();
    }

    @Override
    public String toString() {
        return connector.toString();
    }

    @Override
    public void close() {
        connector.close();
    }
}
