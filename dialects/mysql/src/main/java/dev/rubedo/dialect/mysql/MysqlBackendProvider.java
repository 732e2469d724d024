package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import java.util.Optional;

/** Announces MySQL and MariaDB. Immutable. */
public final class MysqlBackendProvider implements BackendProvider {

    /** Called by the service loader. */
    public MysqlBackendProvider() {}

    @Override
    public Optional<Backend> forUrl(DatabaseUrl url) {
        return switch (url.backend()) {
            case "mysql" -> Optional.of(new MysqlBackend());
            case "mariadb" -> Optional.of(new MariadbBackend());
            default -> Optional.empty();
        };
    }

    /** The driver of either may talk to the other; the version of a MariaDB server names it. */
    @Override
    public Optional<Backend> forProduct(String product, String version) {
        return switch (product) {
            case "MariaDB" -> Optional.of(new MariadbBackend());
            case "MySQL" -> Optional.of(version.contains("MariaDB") ? new MariadbBackend() : new MysqlBackend());
            default -> Optional.empty();
        };
    }
}
