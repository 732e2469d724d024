package dev.rubedo.dialect.duckdb;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.backend.TransactionControl;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.reflect.SchemaReader;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The backend of DuckDB, an embedded database. {@code duckdb://} and {@code duckdb:///:memory:} are an in-memory
 * database that lives with the engine, {@code duckdb:///:memory:name} is a named one, {@code duckdb:///path} is a file.
 * Options of the URL are settings of DuckDB, such as {@code memory_limit}, {@code threads} and {@code access_mode}.
 * Immutable.
 */
public final class DuckDbBackend implements Backend {

    private static final String DRIVER = "org.duckdb:duckdb_jdbc";
    private static final String MEMORY = "jdbc:duckdb::memory:";

    private final Dialect dialect;

    /** Creates a backend. */
    public DuckDbBackend() {
        this(DuckDbDialect.NEWEST);
    }

    private DuckDbBackend(ServerVersion version) {
        this.dialect = new DuckDbDialect(version);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new DuckDbBackend(version);
    }

    /** The driver reports the version with a letter before the number. */
    @Override
    public ServerVersion version(DatabaseMetaData metaData) throws SQLException {
        return ServerVersion.of(metaData.getDatabaseProductVersion().replaceFirst("^v", ""));
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        return new DuckDbCodecs(format);
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        if (!url.host().isEmpty()) {
            throw new RubedoException(ErrorCode.INVALID_URL, "DuckDB runs inside this process and has no host \""
                    + url.host() + "\". Write a path after three slashes: duckdb:///folder/file.duckdb.");
        }
        var properties = new LinkedHashMap<>(url.singleOptions());
        properties.putAll(arguments);
        String jdbc = url.jdbcUrl().orElseGet(() -> "jdbc:duckdb:" + url.database());
        if (jdbc.equals("jdbc:duckdb:") || jdbc.equals(MEMORY)) {
            // without a name, each connection would have a database for itself
            jdbc = MEMORY + "rubedo_" + UUID.randomUUID().toString().replace("-", "");
        }
        return new JdbcTarget(jdbc, properties, DRIVER, jdbc.startsWith(MEMORY));
    }

    @Override
    public TransactionControl transactions() {
        return Transactions.INSTANCE;
    }

    @Override
    public ErrorTranslator errors() {
        return DuckDbErrorTranslator.INSTANCE;
    }

    @Override
    public SchemaReader schemaReader() {
        return DuckDbSchemaReader.INSTANCE;
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return new KeyRetrieval(KeyWay.RETURNING, 1000);
    }

    /** Statements run in native code. */
    @Override
    public boolean holdsCarrierThreads() {
        return true;
    }

    /** The driver begins and ends transactions as JDBC specifies, but supports only one isolation level. Immutable. */
    private static final class Transactions extends TransactionControl {

        private static final Transactions INSTANCE = new Transactions();

        private Transactions() {}

        /**
         * After some errors, the database responds to a COMMIT with a ROLLBACK; executing any statement reveals that.
         */
        @Override
        public void commit(java.sql.Connection connection) throws SQLException {
            try {
                execute(connection, "SELECT 1");
            } catch (SQLException e) {
                throw new SQLException("Cannot commit: a statement of this transaction has failed, after which DuckDB "
                        + "only rolls back. Call rollback() and repeat it; there is no inSavepoint(...) here.", "25P02",
                        e);
            }
            connection.commit();
        }

        @Override
        public void setIsolation(java.sql.Connection connection, IsolationLevel level) throws SQLException {
            if (level != IsolationLevel.REPEATABLE_READ) {
                throw new SQLFeatureNotSupportedException(
                        "DuckDB isolates transactions by snapshots and has only the levels REPEATABLE_READ and "
                                + "AUTOCOMMIT, not " + level + ".");
            }
        }

        @Override
        public void setReadOnly(java.sql.Connection connection, boolean readOnly) throws SQLException {
            if (readOnly) {
                throw new SQLFeatureNotSupportedException("DuckDB has no read-only transactions. Open the file with "
                        + "the option access_mode=READ_ONLY.");
            }
        }
    }
}
