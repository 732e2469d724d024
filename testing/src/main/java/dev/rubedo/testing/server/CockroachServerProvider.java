package dev.rubedo.testing.server;

import java.util.Optional;

/** CockroachDB at {@code RUBEDO_COCKROACH_URL}, through the driver of PostgreSQL. Each test has its own schema. Stateless. */
public final class CockroachServerProvider implements DatabaseServerProvider {

    private static final String URL = "RUBEDO_COCKROACH_URL";

    /** Used by {@link java.util.ServiceLoader}. */
    public CockroachServerProvider() {}

    @Override
    public String name() {
        return "cockroachdb";
    }

    @Override
    public Optional<String> missing() {
        return new PostgresServerProvider().missing();
    }

    @Override
    public Optional<String> optIn() {
        return ServerStart.setting(URL).isPresent() ? Optional.empty()
                : Optional.of("only on request: set " + URL);
    }

    @Override
    public DatabaseServer start() {
        return ServerStart.attempt("CockroachDB", name(), URL, url -> new JdbcServer(
                JdbcUrl.parse(url.orElseThrow(() -> new IllegalStateException(URL + " is not set")), 26257),
                PostgresServerProvider.COMMANDS, URL, () -> {}).check());
    }
}
