package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * MariaDB through its own driver. Generated keys of several rows are only available through RETURNING, which 10.5
 * introduced. Immutable.
 */
public final class MariadbBackend extends MysqlBackend {

    /** Creates a backend. */
    public MariadbBackend() {
        this(new MariadbDialect());
    }

    private MariadbBackend(MariadbDialect dialect) {
        super(dialect);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new MariadbBackend(new MariadbDialect(version));
    }

    /**
     * Servers prefix their version with 5.5.5 for the sake of old drivers (mariadb.com/kb, "Server Version Prefix").
     */
    @Override
    public ServerVersion version(DatabaseMetaData metaData) throws SQLException {
        String text = metaData.getDatabaseProductVersion();
        return ServerVersion.of(text.startsWith("5.5.5-") ? text.substring("5.5.5-".length()) : text);
    }

    @Override
    void checkJdbcUrl(DatabaseUrl url) {
        url.requireNoUserInJdbcUrl();
    }

    @Override
    String scheme() {
        return "mariadb";
    }

    @Override
    String driver() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return dialect().supports(Feature.INSERT_RETURNING) ? new KeyRetrieval(KeyWay.RETURNING, 1000)
                : new KeyRetrieval(KeyWay.GENERATED_KEYS, 1);
    }
}
