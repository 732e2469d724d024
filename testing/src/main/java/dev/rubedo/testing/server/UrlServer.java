package dev.rubedo.testing.server;

import java.net.InetSocketAddress;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server that is given by a JDBC URL of its vendor's form, which contains user and password. Thread-safe.
 */
final class UrlServer implements DatabaseServer {

    private static final Pattern ADDRESS = Pattern.compile("//([^:/;\\\\]+)(?::(\\d+))?");

    private final String variable;
    private final String url;
    private final int defaultPort;
    private final Spaces spaces;
    private java.sql.@Nullable Connection connection;

    UrlServer(String variable, String url, int defaultPort, Spaces spaces) {
        this.variable = variable;
        this.url = url;
        this.defaultPort = defaultPort;
        this.spaces = spaces;
    }

    /**
     * How a product isolates tests. Immutable.
     *
     * @param create returns the statements that create a space with a name
     * @param drop returns the statements that drop it
     * @param enter returns the URL of the space with a name
     */
    record Spaces(Function<String, List<String>> create, Function<String, List<String>> drop,
            UnaryOperator<String> enter) {}

    @Override
    public synchronized String description() {
        try {
            var metaData = connection().getMetaData();
            return metaData.getDatabaseProductName() + " "
                    + metaData.getDatabaseProductVersion().lines().findFirst().orElse("") + " (" + variable + ")";
        } catch (SQLException problem) {
            return variable + ": " + problem.getMessage();
        }
    }

    /** Connects, so that an unreachable server is detected now. */
    synchronized UrlServer check() throws SQLException {
        connection();
        return this;
    }

    @Override
    public DatabaseSpace open(String name) {
        spaces.create().apply(name).forEach(this::execute);
        return new Space(name);
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            // nothing is left to close
        } finally {
            connection = null;
        }
    }

    private synchronized void execute(String sql) {
        try (var statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            throw new IllegalStateException("\"" + sql + "\" failed (does the test leave a transaction open?): "
                    + problem.getMessage(), problem);
        }
    }

    private java.sql.Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(5)) {
            connection = DriverManager.getConnection(url);
        }
        return connection;
    }

    private InetSocketAddress serverAddress() {
        var address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalStateException("The URL of " + variable + " names no host after //.");
        }
        return new InetSocketAddress(address.group(1),
                address.group(2) == null ? defaultPort : Integer.parseInt(address.group(2)));
    }

    private final class Space implements DatabaseSpace {

        private final String name;

        Space(String name) {
            this.name = name;
        }

        @Override
        public String url() {
            return spaces.enter().apply(name);
        }

        @Override
        public Optional<InetSocketAddress> address() {
            return Optional.of(serverAddress());
        }

        @Override
        public String urlThrough(InetSocketAddress relay) {
            return ADDRESS.matcher(url())
                    .replaceFirst("//" + relay.getAddress().getHostAddress() + ":" + relay.getPort());
        }

        @Override
        public void close() {
            spaces.drop().apply(name).forEach(UrlServer.this::execute);
        }
    }
}
