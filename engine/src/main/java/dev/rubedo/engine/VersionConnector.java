package dev.rubedo.engine;

import dev.rubedo.pool.Connector;
import java.sql.SQLException;

/**
 * A connector that wraps another one and lets an engine read the server version of new connections. As thread-safe as
 * the wrapped connector.
 */
final class VersionConnector implements Connector {

    private final Connector connector;
    private final Destination destination;

    VersionConnector(Connector connector, Destination destination) {
        this.connector = connector;
        this.destination = destination;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        var connection = connector.connect();
        try {
            destination.facts(connection).server().meet(connection);
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
