package dev.rubedo.engine;

import dev.rubedo.pool.Connector;
import java.sql.SQLException;

/**
 * A connector that wraps another one and leaves idle connections in auto-commit mode. As thread-safe as the wrapped
 * connector.
 */
final class AutoCommitConnector implements Connector {

    private final Connector connector;

    AutoCommitConnector(Connector connector) {
        this.connector = connector;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        return connector.connect();
    }

    @Override
    public boolean autoCommitAtRest() {
        return true;
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
