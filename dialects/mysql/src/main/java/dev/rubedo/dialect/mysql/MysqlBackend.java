package dev.rubedo.dialect.mysql;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.backend.TwoPhaseControl;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.SchemaReader;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The backend of MySQL with Connector/J, which can also connect to MariaDB. Options of the URL are those of the driver;
 * Python's {@code charset} is also accepted. {@link MariadbBackend} differs in the driver, the dialect and the
 * retrieval of generated keys. Immutable.
 */
public class MysqlBackend implements Backend {

    private static final String PREFIX = "5.5.5-";
    private static final Set<String> UNICODE = Set.of("utf8mb4", "utf8", "utf-8");

    private final Dialect dialect;
    private final SchemaReader schemaReader;

    /** Creates a backend. */
    public MysqlBackend() {
        this(new MysqlDialect());
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new MysqlBackend(
                dialect instanceof MariadbDialect ? MariadbDialect.withoutReturning(version)
                        : new MysqlDialect(version));
    }

    /**
     * MariaDB is recognized by its version. Connector/J cannot execute its INSERT and DELETE with RETURNING, so these
     * features are removed from the dialect.
     */
    @Override
    public Backend forServer(ServerVersion version, DatabaseMetaData metaData) throws SQLException {
        return isMariadb(metaData.getDatabaseProductVersion())
                ? new MysqlBackend(MariadbDialect.withoutReturning(version)) : forVersion(version);
    }

    static boolean isMariadb(String productVersion) {
        return productVersion.contains("MariaDB");
    }

    /**
     * MariaDB prefixes its version with 5.5.5 for the sake of old drivers (mariadb.com/kb, "Server Version Prefix").
     */
    @Override
    public final ServerVersion version(DatabaseMetaData metaData) throws SQLException {
        String text = metaData.getDatabaseProductVersion();
        return ServerVersion.of(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
    }

    /** Creates a backend with another dialect. */
    MysqlBackend(Dialect dialect) {
        this.dialect = dialect;
        this.schemaReader = new MysqlSchemaReader(dialect);
    }

    @Override
    public final Dialect dialect() {
        return dialect;
    }

    @Override
    public final Codecs codecs(JsonFormat format) {
        return new MysqlCodecs(format, dialect.name(), dialect.supports(Feature.UUID_TYPE));
    }

    @Override
    public final JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        checkJdbcUrl(url);
        var properties = new LinkedHashMap<String, String>();
        url.singleOptions().forEach((name, value) -> put(properties, name, value));
        properties.putAll(arguments);
        url.user().ifPresent(user -> properties.put("user", user));
        url.password().ifPresent(password -> properties.put("password", password));
        String host = url.host().isEmpty() ? "localhost" + url.authority() : url.authority();
        String jdbc = url.jdbcUrl().orElseGet(() -> "jdbc:" + scheme() + "://" + host + "/" + path(url.database()));
        return new JdbcTarget(jdbc, properties, driver(), false);
    }

    /** Drivers use Unicode by default. */
    private static void put(Map<String, String> properties, String name, String value) {
        if (!name.equals("charset")) {
            properties.put(name, value);
        } else if (!UNICODE.contains(value.toLowerCase(Locale.ROOT))) {
            throw new RubedoException(ErrorCode.INVALID_URL,
                    "The option charset can only be utf8mb4, not \"" + value
                            + "\": the driver always uses Unicode. Remove the option.");
        }
    }

    /** Rejects a JDBC URL that the driver would misinterpret: Connector/J parses user and password in it. */
    void checkJdbcUrl(DatabaseUrl url) {
        // all URLs are accepted
    }

    /** Returns a database name as the driver reads it in a JDBC URL. Connector/J decodes percent and plus signs. */
    String path(String database) {
        return database.replace("%", "%25").replace("?", "%3F").replace("#", "%23").replace("+", "%2B");
    }

    /** Returns the name after {@code jdbc:}. */
    String scheme() {
        return "mysql";
    }

    /** Returns the Maven coordinates of the driver. */
    String driver() {
        return "com.mysql:mysql-connector-j";
    }

    /**
     * Connector/J reads all rows at once, except from a server-side cursor, which requires a server-prepared statement.
     * Other statements can be executed while such a cursor is read.
     */
    @Override
    public PreparedStatement prepareChunked(java.sql.Connection connection, String sql, int rows) throws SQLException {
        return MysqlCursors.prepare(connection, sql, rows);
    }

    @Override
    public final Optional<TwoPhaseControl> twoPhase() {
        return Optional.of(MysqlTwoPhase.INSTANCE);
    }

    /** The name of a lock has at most 64 characters and is shared by all databases of a server. */
    @Override
    public final ProgramLocks programLocks() {
        var name = "CONCAT('rubedo/', MD5(?))";
        return new ProgramLocks.OfSession("SELECT DATABASE() AS answer",
                "SELECT GET_LOCK(" + name + ", 0) AS answer",
                "SELECT COALESCE(IS_USED_LOCK(" + name + ") = CONNECTION_ID(), 0) AS answer",
                "SELECT RELEASE_LOCK(" + name + ") AS answer",
                "SELECT CONCAT(p.ID, ' (', p.USER, ' from ', p.HOST, ')') AS answer"
                        + " FROM information_schema.PROCESSLIST p WHERE p.ID = IS_USED_LOCK(" + name + ")");
    }

    @Override
    public final ErrorTranslator errors() {
        return MysqlErrorTranslator.INSTANCE;
    }

    @Override
    public final SchemaReader schemaReader() {
        return schemaReader;
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return new KeyRetrieval(KeyWay.GENERATED_KEYS, 1000);
    }
}
