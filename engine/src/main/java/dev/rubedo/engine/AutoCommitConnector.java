package dev.rubedo.engine;

import dev.rubedo.pool.Connector;
import java.sql.SQLException;

/** Another connector whose connections lie in the pool in auto-commit. As thread-safe as that. */
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
    public void close() {
        connector.close();
    }
}
