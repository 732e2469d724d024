package dev.rubedo.dialect.sqlserver;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** The provider of SQL Server's backend. Immutable. */
public final class SqlServerBackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public SqlServerBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return url.backend().equals("sqlserver") ? Optional.of(new SqlServerBackend()) : Optional.empty();
    }

    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return product.equals("Microsoft SQL Server") ? Optional.of(new SqlServerBackend()) : Optional.empty();
    }
}
