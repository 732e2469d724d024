package dev.rubedo.engine;

import dev.rubedo.pool.Connector;
import java.sql.SQLException;

/** A connector that gets connections from a given data source. As thread-safe as the data source. */
final class DataSourceConnector implements Connector {

    private final SourceConnections source;
    private final Destination destination;

    DataSourceConnector(SourceConnections source, Destination destination) {
        this.source = source;
        this.destination = destination;
    }

    @Override
    public java.sql.Connection connect() throws SQLException {
        var connection = destination.isKnown() ? source.get() : source.first();
        try {
            destination.facts(connection).backend().prepare(connection);
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
        return destination.facts().backend().transactions().autoCommitAtRest();
    }
}
