package dev.rubedo.dialect.postgresql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.backend.ReplicationQueries;
import dev.rubedo.backend.TransactionControl;
import dev.rubedo.backend.TwoPhaseControl;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.reflect.SchemaReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * The backend of PostgreSQL, with its own driver, and of CockroachDB and YugabyteDB, which are recognized when the
 * first connection is opened. Options of the URL are those of the driver, or of libpq where the names differ.
 * Immutable.
 */
public final class PostgresBackend implements Backend {

    private static final String DRIVER = "org.postgresql:postgresql";
    private static final Map<String, String> LIBPQ = Map.of("application_name", "ApplicationName", "connect_timeout",
            "connectTimeout",
            "keepalives", "tcpKeepAlive", "target_session_attrs", "targetServerType");

    /** A little less than the shortest timeout that the driver supports for sending a cancel request. */
    private static final long CANCEL_SIGNAL_TIMEOUT = Duration.ofMillis(900).toNanos();

    /** A product that the driver connects to. Immutable. */
    enum Product {
        /** PostgreSQL, or a product that does not differ from it. */
        POSTGRESQL(""),
        /** CockroachDB. */
        COCKROACHDB("26257"),
        /** YugabyteDB. */
        YUGABYTEDB("5433");

        private final String port;

        Product(String port) {
            this.port = port;
        }

        /**
         * Recognizes a server by what it reports.
         *
         * @param version its version, such as {@code 18.1} or {@code 11.2-YB-2.20.1.3-b0}
         * @param cockroach the parameter {@code crdb_version} of the session, such as {@code CockroachDB CCL v24.1.0};
         *     null if the server sent none
         */
        static Product of(String version, @Nullable String cockroach) {
            if (cockroach != null && !cockroach.isEmpty()) {
                return COCKROACHDB;
            }
            return version.contains("-YB-") ? YUGABYTEDB : POSTGRESQL;
        }

        private PostgresDialect dialect(ServerVersion version) {
            return switch (this) {
                case POSTGRESQL -> new PostgresDialect(version);
                case COCKROACHDB -> new PostgresDialect(version, CockroachFeatures::has);
                case YUGABYTEDB -> new PostgresDialect(version, YugabyteFeatures::has);
            };
        }
    }

    private final Product product;
    private final Dialect dialect;

    /** Creates a backend. */
    public PostgresBackend() {
        this(PostgresDialect.NEWEST, Product.POSTGRESQL);
    }

    /** Creates a backend for the newest version of a product. */
    PostgresBackend(Product product) {
        this(switch (product) {
            case POSTGRESQL -> PostgresDialect.NEWEST;
            case COCKROACHDB -> PostgresDialect.COCKROACH;
            case YUGABYTEDB -> PostgresDialect.YUGABYTE;
        }, product);
    }

    PostgresBackend(ServerVersion version, Product product) {
        this.product = product;
        this.dialect = product.dialect(version);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new PostgresBackend(version, product);
    }

    @Override
    public Backend forServer(ServerVersion version, DatabaseMetaData metaData) throws SQLException {
        java.sql.Connection connection = metaData.getConnection();
        String cockroach = connection.isWrapperFor(PGConnection.class)
                ? connection.unwrap(PGConnection.class).getParameterStatus("crdb_version") : null;
        Product met = Product.of(String.valueOf(metaData.getDatabaseProductVersion()), cockroach);
        return new PostgresBackend(version, met == Product.POSTGRESQL ? product : met);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        return new PostgresCodecs(format);
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        url.requireNoUserInJdbcUrl();
        var properties = new LinkedHashMap<String, String>();
        var options = url.singleOptionsBut(PostgresUrl.OPTIONS);
        options.forEach((name, value) -> put(properties, name, value));
        arguments.forEach((name, value) -> put(properties, name, value));
        url.user().ifPresent(user -> properties.put("user", user));
        url.password().ifPresent(password -> properties.put("password", password));
        return new JdbcTarget(
                url.jdbcUrl()
                        .orElseGet(() -> "jdbc:postgresql://" + PostgresUrl.of(url, product.port) + "/" + path(url)),
                properties, DRIVER, false);
    }

    /** The driver decodes percent signs and plus signs. */
    private static String path(DatabaseUrl url) {
        return URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
    }

    private static void put(Map<String, String> properties, String option, String value) {
        String name = LIBPQ.getOrDefault(option, option);
        if (!Properties.isKnown(name)) {
            throw new RubedoException(ErrorCode.INVALID_URL, "The PostgreSQL driver has no option \"" + option
                    + "\". See the connection parameters in its documentation "
                    + "(jdbc.postgresql.org/documentation/use).");
        }
        properties.put(name, value);
    }

    @Override
    public ErrorTranslator errors() {
        return PostgresErrorTranslator.INSTANCE;
    }

    @Override
    public SchemaReader schemaReader() {
        return PostgresSchemaReader.INSTANCE;
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        // CockroachDB returns rows in no particular order
        return new KeyRetrieval(KeyWay.RETURNING, product == Product.COCKROACHDB ? 1 : 100);
    }

    @Override
    public Optional<TwoPhaseControl> twoPhase() {
        return product == Product.POSTGRESQL ? Optional.of(PostgresTwoPhase.INSTANCE) : Optional.empty();
    }

    @Override
    public Optional<ReplicationQueries> replication() {
        if (product != Product.POSTGRESQL) {
            // they replicate by themselves, and all their servers answer alike
            return Optional.empty();
        }
        // a copy that has replayed everything it received is not behind, however long ago the last change was
        return Optional.of(new ReplicationQueries("SELECT pg_current_wal_insert_lsn()::text AS answer",
                "SELECT COALESCE(pg_last_wal_replay_lsn() >= ?::pg_lsn, FALSE) AS answer",
                "SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL"
                        + " WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0"
                        + " ELSE (EXTRACT(EPOCH FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * "
                        + "1000)::bigint"
                        + " END AS answer"));
    }

    @Override
    public ProgramLocks programLocks() {
        if (product != Product.POSTGRESQL) {
            // CockroachDB grants every advisory lock, YugabyteDB refuses them unless they are enabled
            return new ProgramLocks.OfRow();
        }
        var key = "('x' || substr(md5(?), 1, 16))::bit(64)::bigint";
        var granted = " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory'"
                + " AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_database WHERE datname ="
                + " current_database()) AND (l.classid::bigint << 32) | l.objid::bigint = " + key;
        return new ProgramLocks.OfSession(
                "SELECT current_database() || '/' || COALESCE(current_schema(), '') AS answer",
                "SELECT CASE WHEN pg_try_advisory_lock(" + key + ") THEN 1 ELSE 0 END AS answer",
                "SELECT COUNT(*) AS answer" + granted + " AND l.pid = pg_backend_pid()",
                "SELECT CASE WHEN pg_advisory_unlock(" + key + ") THEN 1 ELSE 0 END AS answer",
                "SELECT a.pid::text || ' (' || COALESCE(a.application_name, '') || ', from '"
                        + " || COALESCE(a.client_addr::text, 'a local socket') || ', since '"
                        + " || a.backend_start::timestamp(0)::text || ')' AS answer" + granted);
    }

    /**
     * The driver's own {@code Statement.cancel()} sends only one request per execution, even if it arrived too early.
     */
    @Override
    public boolean cancel(java.sql.Statement statement) throws SQLException {
        java.sql.Connection connection = statement.getConnection();
        if (!connection.isWrapperFor(PGConnection.class)) {
            statement.cancel();
            return true;
        }
        long begun = System.nanoTime();
        connection.unwrap(PGConnection.class).cancelQuery();
        // the driver ignores that the server did not take the request within cancelSignalTimeout, a second or more
        return System.nanoTime() - begun < CANCEL_SIGNAL_TIMEOUT;
    }

    @Override
    public TransactionControl transactions() {
        return Transactions.INSTANCE;
    }

    /** Loads the driver's classes only when an option needs them. Immutable. */
    private static final class Properties {

        private Properties() {}

        static boolean isKnown(String name) {
            try {
                return PGProperty.forName(name) != null;
            } catch (NoClassDefFoundError absent) {
                // connecting reports that there is no driver
                return true;
            }
        }
    }

    /** Plain JDBC, except for a COMMIT to which the server would silently respond with a ROLLBACK. Immutable. */
    private static final class Transactions extends TransactionControl {

        static final Transactions INSTANCE = new Transactions();

        private Transactions() {}

        @Override
        public void commit(java.sql.Connection connection) throws SQLException {
            PostgresBackend.commit(connection);
        }
    }

    /** Commits the transaction, or throws if one of its statements has failed. */
    static void commit(java.sql.Connection connection) throws SQLException {
        if (connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException(
                    "Cannot commit: a statement of this transaction has failed, after which PostgreSQL "
                            + "only rolls back. Call rollback() and repeat it; run statements that may fail in "
                            + "inSavepoint(...).",
                    "25P02");
        }
        connection.commit();
    }
}
