package dev.rubedo.dialect.oracle;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.backend.OutputParameters;
import dev.rubedo.backend.TransactionControl;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.SchemaReader;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The backend of Oracle Database, with Oracle's thin driver. As in SQLAlchemy, the database of a URL is a system
 * identifier and the option {@code service_name} names a service:
 * {@code oracle://user:password@host:1521?service_name=shop}; a host alone is an entry of {@code tnsnames.ora}. Several
 * hosts are tried in their order.
 *
 * <p>Generated keys and other returned rows are delivered by output parameters, row by row. Migrations are locked by
 * rows, because the server's own locks require a privilege. Immutable.
 */
public final class OracleBackend implements Backend {

    private static final String DRIVER = "com.oracle.database.jdbc:ojdbc11";

    private final Dialect dialect;
    private final SchemaReader schemaReader;

    /** Creates a backend. */
    public OracleBackend() {
        this(OracleDialect.NEWEST);
    }

    private OracleBackend(ServerVersion version) {
        this.dialect = new OracleDialect(version);
        this.schemaReader = new OracleSchemaReader(dialect);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new OracleBackend(version);
    }

    /** The text of the version begins with the name of the product. */
    @Override
    public ServerVersion version(DatabaseMetaData metaData) throws SQLException {
        return new ServerVersion(metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion(), 0);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        return new OracleCodecs(format, dialect.supports(Feature.BOOLEAN_TYPE));
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        var properties = OracleUrl.properties(url, arguments);
        url.user().filter(user -> !user.isEmpty()).ifPresent(user -> properties.put("user", user));
        url.password().ifPresent(password -> properties.put("password", password));
        return new JdbcTarget(OracleUrl.of(url), properties, DRIVER, false);
    }

    @Override
    public TransactionControl transactions() {
        return OracleTransactions.INSTANCE;
    }

    @Override
    public ErrorTranslator errors() {
        return OracleErrorTranslator.INSTANCE;
    }

    @Override
    public SchemaReader schemaReader() {
        return schemaReader;
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return new KeyRetrieval(KeyWay.OUT_PARAMETERS, 1);
    }

    @Override
    public Optional<OutputParameters> outputParameters() {
        return Optional.of(OracleReturnedRows.INSTANCE);
    }
}
