package dev.rubedo.dialect.duckdb;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** The provider of DuckDB's backend. Immutable. */
public final class DuckDbBackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public DuckDbBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return url.backend().equals("duckdb") ? Optional.of(new DuckDbBackend()) : Optional.empty();
    }

    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return product.equals("DuckDB") ? Optional.of(new DuckDbBackend()) : Optional.empty();
    }
}
