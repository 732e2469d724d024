package dev.rubedo.testing.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * DuckDB: each test has an in-memory database, which lives as long as a connection to it that is held open. Stateless.
 */
public final class DuckDbServerProvider implements DatabaseServerProvider {

    /** Used by {@link java.util.ServiceLoader}. */
    public DuckDbServerProvider() {}

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("org.duckdb.DuckDBDriver")
                ? Optional.empty()
                : Optional.of("no driver (org.duckdb:duckdb_jdbc) on the class path");
    }

    @Override
    public boolean hasNetwork() {
        return false;
    }

    @Override
    public DatabaseServer start() {
        try (java.sql.Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return new Memory(connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException problem) {
            throw new ServerUnavailableException("DuckDB", String.valueOf(problem.getMessage()),
                    "Check that its native library can be loaded on this system.", problem);
        }
    }

    private record Memory(String version) implements DatabaseServer {

        @Override
        public String description() {
            return "DuckDB " + version + " (in memory)";
        }

        @Override
        public DatabaseSpace open(String name) {
            String url = "jdbc:duckdb::memory:" + name;
            try {
                return new MemorySpace(url, DriverManager.getConnection(url));
            } catch (SQLException problem) {
                throw new IllegalStateException("\"" + url + "\" could not be opened", problem);
            }
        }

        @Override
        public void close() {
            // every space ends with its connections
        }
    }

    private record MemorySpace(String url, java.sql.Connection anchor) implements DatabaseSpace {

        @Override
        public void close() {
            try {
                anchor.close();
            } catch (SQLException problem) {
                throw new IllegalStateException("\"" + url + "\" could not be closed", problem);
            }
        }
    }
}
