package dev.rubedo.testing.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** H2: each test has an in-memory database that lives until it is dropped. Stateless. */
public final class H2ServerProvider implements DatabaseServerProvider {

    /** Used by {@link java.util.ServiceLoader}. */
    public H2ServerProvider() {}

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("org.h2.Driver")
                ? Optional.empty()
                : Optional.of("no driver (com.h2database:h2) on the class path");
    }

    @Override
    public boolean hasNetwork() {
        return false;
    }

    @Override
    public DatabaseServer start() {
        return new Memory();
    }

    private record Memory() implements DatabaseServer {

        @Override
        public String description() {
            return "H2 " + org.h2.engine.Constants.VERSION + " (in memory)";
        }

        @Override
        public DatabaseSpace open(String name) {
            return new MemorySpace("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        }

        @Override
        public void close() {
            // every space has already been shut down
        }
    }

    private record MemorySpace(String url) implements DatabaseSpace {

        @Override
        public void close() {
            try (java.sql.Connection connection = DriverManager.getConnection(url);
                    java.sql.Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException problem) {
                throw new IllegalStateException("\"" + url + "\" could not be shut down", problem);
            }
        }
    }
}
