package dev.rubedo.testing.server;

import java.util.Optional;

/** YugabyteDB at {@code RUBEDO_YUGABYTE_URL}, through the driver of PostgreSQL. Each test has its own schema. Stateless. */
public final class YugabyteServerProvider implements DatabaseServerProvider {

    private static final String URL = "RUBEDO_YUGABYTE_URL";

    /** Used by {@link java.util.ServiceLoader}. */
    public YugabyteServerProvider() {}

    @Override
    public String name() {
        return "yugabytedb";
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
        return ServerStart.attempt("YugabyteDB", name(), URL, url -> new JdbcServer(
                JdbcUrl.parse(url.orElseThrow(() -> new IllegalStateException(URL + " is not set")), 5433),
                PostgresServerProvider.COMMANDS, URL, () -> {}).check());
    }
}
