package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** Provides the backend of PostgreSQL. Immutable. */
public final class PostgresBackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public PostgresBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return url.backend().equals("postgresql") ? Optional.of(new PostgresBackend()) : Optional.empty();
    }

    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return product.equals("PostgreSQL") ? Optional.of(new PostgresBackend()) : Optional.empty();
    }
}
