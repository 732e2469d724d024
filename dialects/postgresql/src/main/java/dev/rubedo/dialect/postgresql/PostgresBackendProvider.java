package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.dialect.postgresql.PostgresBackend.Product;
import java.util.Optional;

/** The provider of the backend of PostgreSQL, CockroachDB and YugabyteDB. Immutable. */
public final class PostgresBackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public PostgresBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return switch (url.backend()) {
            case "postgresql" -> Optional.of(new PostgresBackend());
            case "cockroachdb" -> Optional.of(new PostgresBackend(Product.COCKROACHDB));
            case "yugabytedb" -> Optional.of(new PostgresBackend(Product.YUGABYTEDB));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return product.equals("PostgreSQL") ? Optional.of(new PostgresBackend()) : Optional.empty();
    }
}
