package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** Announces PostgreSQL. Immutable. */
public final class PostgresBackendProvider implements BackendProvider {

    /** Called by the service loader. */
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
