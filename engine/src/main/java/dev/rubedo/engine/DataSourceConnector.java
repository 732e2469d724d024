package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.pool.Connector;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes connections from somebody else's data source. As thread-safe as that. */
final class DataSourceConnector implements Connector {

    private final DataSource source;
    private final Backend backend;

    DataSourceConnector(DataSource source, Backend backend) {
        this.source = source;
        this.backend = backend;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        var connection = source.getConnection();
        try {
            backend.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public boolean autoCommitAtRest() {
        return backend.transactions().autoCommitAtRest();
    }
}
