package dev.rubedo.dialect.oracle;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** The provider of Oracle Database's backend. Immutable. */
public final class OracleBackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public OracleBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return url.backend().equals("oracle") ? Optional.of(new OracleBackend()) : Optional.empty();
    }

    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return product.equals("Oracle") ? Optional.of(new OracleBackend()) : Optional.empty();
    }
}
