package dev.rubedo.dialect.sqlite;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.backend.TransactionControl;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.SchemaReader;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/**
 * The backend of SQLite, with the driver of xerial.org. Foreign keys are enforced and the lock timeout is 5 seconds
 * unless the URL specifies otherwise. An in-memory database is shared by the connections of an engine. A path that
 * begins with {@code file:} is a SQLite URI, with its parameters as options:
 * {@code sqlite:///file:shop.db?mode=ro&uri=true}. Immutable.
 */
public final class SqliteBackend implements Backend {

    private static final String DRIVER = "org.xerial:sqlite-jdbc";

    private final Dialect dialect;

    /** Creates a backend. */
    public SqliteBackend() {
        this(SqliteDialect.NEWEST);
    }

    private SqliteBackend(ServerVersion version) {
        this.dialect = new SqliteDialect(version);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new SqliteBackend(version);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        return new SqliteCodecs(format);
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("foreign_keys", "true");
        properties.put("busy_timeout", "5000");
        var options = url.singleOptions();
        var file = SqliteUrl.of(url, options);
        options.keySet().removeAll(SqliteUrl.OPTIONS);
        options.forEach((name, value) -> put(properties, name, value));
        arguments.forEach((name, value) -> put(properties, name, value));
        String jdbc = url.jdbcUrl().orElseGet(() -> "jdbc:sqlite:" + file);
        if (jdbc.equals("jdbc:sqlite:") || jdbc.equals("jdbc:sqlite::memory:")) {
            jdbc = "jdbc:sqlite:file:/rubedo-" + UUID.randomUUID() + "?vfs=memdb";
        }
        return new JdbcTarget(jdbc, properties, DRIVER, jdbc.contains("vfs=memdb") || jdbc.contains("mode=memory"));
    }

    /** An option is a pragma, or Python's timeout in seconds. */
    private static void put(Map<String, String> properties, String name, String value) {
        if (name.equals("timeout")) {
            properties.put("busy_timeout", String.valueOf(milliseconds(value)));
            return;
        }
        if (!Pragmas.NAMES.contains(name)) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "SQLite has no option \"" + name + "\". Its options are " + Pragmas.NAMES.stream()
                            .sorted().collect(Collectors.joining(", "))
                            + " and timeout (in seconds); for a path that begins with file:, also "
                            + SqliteUrl.OPTIONS.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        properties.put(name, value);
    }

    private static long milliseconds(String seconds) {
        try {
            long milliseconds = Math.round(Double.parseDouble(seconds) * 1000);
            if (milliseconds >= 0 && milliseconds <= Integer.MAX_VALUE) {
                return milliseconds;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new RubedoException(ErrorCode.INVALID_URL,
                "The option timeout must be a number of seconds, not \"" + seconds + "\". Write for example "
                        + "timeout=5.");
    }

    @Override
    public TransactionControl transactions() {
        return Transactions.INSTANCE;
    }

    @Override
    public ProgramLocks programLocks() {
        return new ProgramLocks.OfFile(
                "SELECT file AS answer FROM pragma_database_list WHERE name = 'main'");
    }

    @Override
    public ErrorTranslator errors() {
        return SqliteErrorTranslator.INSTANCE;
    }

    @Override
    public SchemaReader schemaReader() {
        return SqliteSchemaReader.INSTANCE;
    }

    /** The operator REGEXP calls a function that SQLite leaves to applications. */
    @Override
    public void prepare(java.sql.Connection connection) throws SQLException {
        if (connection.isWrapperFor(SQLiteConnection.class)) {
            SqliteRegexp.addTo(connection.unwrap(SQLiteConnection.class));
        }
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return dialect.supports(Feature.INSERT_RETURNING) ? new KeyRetrieval(KeyWay.RETURNING, 100)
                : new KeyRetrieval(KeyWay.GENERATED_KEYS, 1);
    }

    /** The driver's timeout applies to locks and does not end a statement. */
    @Override
    public boolean hasQueryTimeout() {
        return false;
    }

    /**
     * Preparing takes half of the execution time of a small statement, and the driver does not cache statements. SQLite
     * detects changes of tables.
     */
    @Override
    public boolean keepsStatements() {
        return true;
    }

    /** Loads the driver's classes only when an option needs them. Immutable. */
    private static final class Pragmas {
        private static final Set<String> NAMES = Stream.of(SQLiteConfig.Pragma.values())
                .map(SQLiteConfig.Pragma::getPragmaName)
                .collect(Collectors.toUnmodifiableSet());

        private Pragmas() {}
    }

    /**
     * A control of transactions by statements. The driver would begin the next transaction right after a commit, and so
     * hold locks while idle. Immutable.
     */
    private static final class Transactions extends TransactionControl {

        static final Transactions INSTANCE = new Transactions();

        private Transactions() {}

        @Override
        public boolean autoCommitAtRest() {
            return true;
        }

        /**
         * A transaction that writes acquires the write lock first; later, it could fail because others wrote in the
         * meantime.
         */
        @Override
        public void begin(java.sql.Connection connection, boolean immediate) throws SQLException {
            execute(connection, immediate ? "BEGIN IMMEDIATE" : "BEGIN");
        }

        @Override
        public void commit(java.sql.Connection connection) throws SQLException {
            execute(connection, "COMMIT");
        }

        @Override
        public void rollback(java.sql.Connection connection) throws SQLException {
            try {
                execute(connection, "ROLLBACK");
            } catch (SQLException e) {
                // some errors (disk full, interrupted write) have already rolled back
                if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                    throw e;
                }
            }
        }

        @Override
        public void setAutoCommit(java.sql.Connection connection, boolean on) {
            // it is always on while idle, and transactions are begun by a statement
        }

        @Override
        public void setIsolation(java.sql.Connection connection, IsolationLevel level) throws SQLException {
            if (level != IsolationLevel.SERIALIZABLE && level != IsolationLevel.READ_UNCOMMITTED) {
                throw new SQLFeatureNotSupportedException(
                        "SQLite has only the isolation levels SERIALIZABLE, READ_UNCOMMITTED and AUTOCOMMIT, not "
                                + level
                                + ".");
            }
            connection.setTransactionIsolation(level.jdbc());
        }

        @Override
        public void setReadOnly(java.sql.Connection connection, boolean readOnly) throws SQLException {
            execute(connection, "PRAGMA query_only = " + (readOnly ? "ON" : "OFF"));
        }
    }

    /** SQLite executes statements in native code on the calling thread. */
    @Override
    public boolean holdsCarrierThreads() {
        return true;
    }
}
