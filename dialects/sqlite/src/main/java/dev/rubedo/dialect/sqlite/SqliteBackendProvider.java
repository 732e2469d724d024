package dev.rubedo.dialect.sqlite;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** The provider of SQLite's backend. Immutable. */
public final class SqliteBackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public SqliteBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return url.backend().equals("sqlite") ? Optional.of(new SqliteBackend()) : Optional.empty();
    }

    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return product.equals("SQLite") ? Optional.of(new SqliteBackend()) : Optional.empty();
    }
}
