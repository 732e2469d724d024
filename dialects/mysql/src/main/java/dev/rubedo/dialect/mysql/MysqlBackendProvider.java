package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** The provider of the backends of MySQL and MariaDB. Immutable. */
public final class MysqlBackendProvider implements BackendProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public MysqlBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return switch (url.backend()) {
            case "mysql" -> Optional.of(new MysqlBackend());
            case "mariadb" -> Optional.of(new MariadbBackend());
            default -> Optional.empty();
        };
    }

    /** Either driver may connect to either server; MariaDB is recognized by its version. */
    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return switch (product) {
            case "MariaDB" -> Optional.of(new MariadbBackend());
            case "MySQL" -> Optional.of(MysqlBackend.isMariadb(version)
                    ? new MysqlBackend(MariadbDialect.withoutReturning(MariadbDialect.NEWEST_MARIADB))
                    : new MysqlBackend());
            default -> Optional.empty();
        };
    }
}
