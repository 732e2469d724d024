package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.pool.Connector;
import java.sql.SQLException;

/** A connector that gets connections from a given data source. As thread-safe as that. */
final class DataSourceConnector implements Connector {

    private final SourceConnections source;
    private final Backend backend;

    DataSourceConnector(SourceConnections source, Backend backend) {
        this.source = source;
        this.backend = backend;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        var connection = source.get();
        try {
            backend.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return "a data source";
    }

    @Override
    public boolean autoCommitAtRest() {
        return backend.transactions().autoCommitAtRest();
    }
}
