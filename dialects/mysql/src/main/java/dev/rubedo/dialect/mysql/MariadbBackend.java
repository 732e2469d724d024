package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The backend of MariaDB, with its own driver. Generated keys of several rows are only available through RETURNING,
 * which was introduced in 10.5. A MariaDB server behind a MySQL URL has a {@link MysqlBackend} with the dialect of
 * MariaDB instead. Immutable.
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
    public Backend forServer(ServerVersion version, DatabaseMetaData metaData) {
        return forVersion(version);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new MariadbBackend(new MariadbDialect(version));
    }

    /**
     * The driver streams: it fetches a chunk when the previous one was read, and all remaining rows before another
     * statement is executed.
     */
    @Override
    public PreparedStatement prepareChunked(java.sql.Connection connection, String sql, int rows) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(rows);
        return statement;
    }

    @Override
    void checkJdbcUrl(DatabaseUrl url) {
        url.requireNoUserInJdbcUrl();
    }

    /** The driver reads the name up to a question mark, which cannot be escaped. */
    @Override
    String path(String database) {
        if (database.indexOf('?') >= 0) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The MariaDB driver cannot connect to the database \""
                    + database + "\", because its name contains a question mark. Rename it, or connect to another "
                    + "database and qualify the names of tables with a schema.");
        }
        return database;
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
