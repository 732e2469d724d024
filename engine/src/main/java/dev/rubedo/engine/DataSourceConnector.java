package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.UrlSecrets;
import dev.rubedo.pool.Connector;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connector that gets connections from a given data source. As thread-safe as that. */
final class DataSourceConnector implements Connector {

    private final DataSource source;
    private final Backend backend;

    DataSourceConnector(DataSource source, Backend backend) {
        this.source = source;
        this.backend = backend;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        var connection = connection(source);
        try {
            backend.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** Gets a connection from a data source, whose exceptions may contain a URL with its password. */
    static java.sql.Connection connection(DataSource source) throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw UrlSecrets.ofUnknownUrl().redacted(e);
        }
    }

    @Override
    public boolean autoCommitAtRest() {
        return backend.transactions().autoCommitAtRest();
    }
}
