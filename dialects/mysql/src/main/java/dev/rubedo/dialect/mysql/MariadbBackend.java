package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.compile.KeyWay;

/** MariaDB through its own driver. Generated keys of many rows come back by RETURNING only. Immutable. */
public final class MariadbBackend extends MysqlBackend {

    /** Makes a backend. */
    public MariadbBackend() {
        super(new MariadbDialect());
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
        return new KeyRetrieval(KeyWay.RETURNING, 1000);
    }
}
