package dev.rubedo.dialect.h2;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** The provider of H2's backend. Immutable. */
public final class H2BackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public H2BackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return url.backend().equals("h2") ? Optional.of(new H2Backend()) : Optional.empty();
    }

    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return product.equals("H2") ? Optional.of(new H2Backend()) : Optional.empty();
    }
}
