package dev.rubedo.testing.server;

import java.net.InetSocketAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A database server that is accessed by JDBC; one administrative connection creates and drops spaces. Thread-safe. */
final class JdbcServer implements DatabaseServer {

    private final JdbcUrl url;
    private final SpaceCommands commands;
    private final String origin;
    private final Runnable stop;
    private java.sql.@Nullable Connection connection;

    JdbcServer(JdbcUrl url, SpaceCommands commands, String origin, Runnable stop) {
        this.url = url;
        this.commands = commands;
        this.origin = origin;
        this.stop = stop;
    }

    /**
     * The commands by which a product isolates tests. Immutable.
     *
     * @param settings the commands to run once on the administrative connection
     * @param create returns the statement that creates a space with a name
     * @param drop returns the statement that drops it
     * @param enter returns the URL of the space from the server's URL and a name
     */
    record SpaceCommands(List<String> settings, UnaryOperator<String> create, UnaryOperator<String> drop,
            BiFunction<JdbcUrl, String, JdbcUrl> enter) {}

    @Override
    public synchronized String description() {
        try {
            java.sql.DatabaseMetaData metaData = connection().getMetaData();
            return metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion() + " (" + origin + ")";
        } catch (SQLException problem) {
            return url.scheme() + " (" + origin + "): " + problem.getMessage();
        }
    }

    @Override
    public DatabaseSpace open(String name) {
        execute(commands.create().apply(name));
        return new Space(name, commands.enter().apply(url, name));
    }

    /** Connects, so that an unreachable server is detected now. */
    synchronized JdbcServer check() throws SQLException {
        connection();
        return this;
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException alreadyGone) {
            connection = null;
        } finally {
            stop.run();
        }
    }

    private synchronized void execute(String sql) {
        try (java.sql.Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            throw new IllegalStateException("\"" + sql + "\" failed (does the test leave a transaction open?): "
                    + problem.getMessage(), problem);
        }
    }

    private java.sql.Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(5)) {
            connection = DriverManager.getConnection(url.toString());
            for (String setting : commands.settings()) {
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.execute(setting);
                }
            }
        }
        return connection;
    }

    private final class Space implements DatabaseSpace {

        private final String name;
        private final JdbcUrl inside;

        Space(String name, JdbcUrl inside) {
            this.name = name;
            this.inside = inside;
        }

        @Override
        public String url() {
            return inside.toString();
        }

        @Override
        public Optional<InetSocketAddress> address() {
            return Optional.of(inside.address());
        }

        @Override
        public String urlThrough(InetSocketAddress relay) {
            return inside.withAddress(relay).toString();
        }

        @Override
        public void close() {
            execute(commands.drop().apply(name));
        }
    }
}
