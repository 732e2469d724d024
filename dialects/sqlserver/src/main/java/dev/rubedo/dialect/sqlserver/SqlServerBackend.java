package dev.rubedo.dialect.sqlserver;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.backend.TransactionControl;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.schema.Table;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;

/**
 * The backend of SQL Server and Azure SQL, with Microsoft's driver. Options of the URL are those of the driver,
 * ignoring case, or the ODBC options that Python's drivers accept:
 * {@code mssql://user:password@host:1433/shop?encrypt=yes},
 * {@code mssql://host\SQLEXPRESS/shop?Trusted_Connection=yes}. If there are two hosts, the second is the failover
 * partner.
 *
 * <p>Generated keys are returned by OUTPUT, row by row, because the server does not define in which order several rows
 * get their keys. For a table with the option {@code mssql.implicit_returning=false}, which declares that it has
 * triggers, the driver queries the last key instead. Immutable.
 */
public final class SqlServerBackend implements Backend {

    private static final String DRIVER = "com.microsoft.sqlserver:mssql-jdbc";
    /** The editions of Azure (SQL Database, Managed Instance, Edge), whose version number never changes. */
    private static final String IS_AZURE = "SELECT CASE WHEN SERVERPROPERTY('EngineEdition') IN (5, 8) THEN 1 ELSE 0 "
            + "END";
    private static final KeyRetrieval BY_OUTPUT = new KeyRetrieval(KeyWay.RETURNING, 1);
    private static final KeyRetrieval BY_DRIVER = new KeyRetrieval(KeyWay.GENERATED_KEYS, 1);

    private final Dialect dialect;
    private final SchemaReader schemaReader;

    /** Creates a backend. */
    public SqlServerBackend() {
        this(SqlServerDialect.NEWEST);
    }

    private SqlServerBackend(ServerVersion version) {
        this.dialect = new SqlServerDialect(version);
        this.schemaReader = new SqlServerSchemaReader(dialect);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new SqlServerBackend(version);
    }

    /** Azure always reports version 12, although it has the features of the newest version. */
    @Override
    public ServerVersion version(DatabaseMetaData metaData) throws SQLException {
        var reported = Backend.super.version(metaData);
        if (reported.major() != 12) {
            return reported;
        }
        try (var statement = metaData.getConnection().createStatement(); var rows = statement.executeQuery(IS_AZURE)) {
            return rows.next() && rows.getInt(1) == 1 ? SqlServerDialect.NEWEST : reported;
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        return new SqlServerCodecs(format);
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        var properties = SqlServerUrl.properties(url, arguments);
        url.user().ifPresent(user -> properties.put("user", user));
        url.password().ifPresent(password -> properties.put("password", password));
        return new JdbcTarget(SqlServerUrl.of(url), properties, DRIVER, false);
    }

    @Override
    public TransactionControl transactions() {
        return SqlServerTransactions.INSTANCE;
    }

    /** An application lock, which belongs to a database and a session. */
    @Override
    public ProgramLocks programLocks() {
        var mode = "APPLOCK_MODE('public', ?, 'Session')";
        return new ProgramLocks.OfSession("SELECT DB_NAME() AS answer",
                "SET NOCOUNT ON; DECLARE @granted INT; EXEC @granted = sp_getapplock @Resource = ?, "
                        + "@LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 0; "
                        + "SELECT CASE WHEN @granted >= 0 THEN 1 ELSE 0 END AS answer",
                "SELECT CASE WHEN " + mode + " = 'Exclusive' THEN 1 ELSE 0 END AS answer",
                "SET NOCOUNT ON; DECLARE @released INT; EXEC @released = sp_releaseapplock @Resource = ?, "
                        + "@LockOwner = 'Session'; SELECT CASE WHEN @released >= 0 THEN 1 ELSE 0 END AS answer",
                // the text of a lock of an application begins with the principal and has the first 32 characters of its name
                "SELECT CONCAT(s.session_id, ' (', s.program_name, ', ', s.login_name, ' from ', s.host_name, "
                        + "', since ', CONVERT(NVARCHAR(19), s.login_time, 120), ')') AS answer FROM "
                        + "sys.dm_tran_locks l "
                        + "JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id "
                        + "WHERE l.resource_type = 'APPLICATION' AND l.request_status = 'GRANT' "
                        + "AND l.resource_database_id = DB_ID() "
                        + "AND CHARINDEX(CONCAT('[', LEFT(?, 32), ']'), l.resource_description) > 0");
    }

    @Override
    public ErrorTranslator errors() {
        return SqlServerErrorTranslator.INSTANCE;
    }

    @Override
    public SchemaReader schemaReader() {
        return schemaReader;
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return BY_OUTPUT;
    }

    /** OUTPUT without INTO is rejected for a table with triggers. */
    @Override
    public KeyRetrieval keyRetrieval(Table table) {
        return SqlServerReturningRenderer.hasOutput(table) ? BY_OUTPUT : BY_DRIVER;
    }
}
