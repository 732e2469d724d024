package dev.rubedo.dialect.sqlserver;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.BackendProvider;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorKind;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.reflect.TypeCatalog;
import dev.rubedo.tck.RecordingDriver;
import dev.rubedo.testing.server.DatabaseServer;
import dev.rubedo.testing.server.DatabaseServerProvider;
import dev.rubedo.testing.server.DatabaseSpace;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The language and the codecs of this dialect on H2 in its compatibility mode, as far as that goes. Immutable. */
public final class SqlServerOnH2 implements Backend {

    /** What H2 writes in another way. */
    private static final Set<Feature> MISSING = EnumSet.of(Feature.INSERT_RETURNING, Feature.UPDATE_RETURNING,
            Feature.DELETE_RETURNING, Feature.MERGE_RETURNING);

    private final Dialect dialect;

    SqlServerOnH2() {
        var full = new SqlServerDialect();
        var traits = full.traits();
        this.dialect = full.with(new DialectTraits(traits.name(), traits.version(),
                DialectTraits.featuresWhere(feature -> traits.supports(feature) && !MISSING.contains(feature)),
                traits.quoter(), traits.maximumIdentifierLength(), traits.maximumBinds()));
    }

    /** Provides this backend for H2. Immutable. */
    public static final class Provider implements BackendProvider {

        @Override
        public Optional<Backend> forUrl(DatabaseUrl url) {
            return url.backend().equals("h2") ? Optional.of(new SqlServerOnH2()) : Optional.empty();
        }

        @Override
        public Optional<Backend> forProduct(String product, String version) {
            return product.equals("H2") ? Optional.of(new SqlServerOnH2()) : Optional.empty();
        }
    }

    /** Starts H2 in memory. Immutable. */
    public static final class Server implements DatabaseServerProvider {

        @Override
        public String name() {
            return "mssql-on-h2";
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public boolean hasNetwork() {
            return false;
        }

        @Override
        public DatabaseServer start() {
            return new Memory();
        }
    }

    private record Memory() implements DatabaseServer {

        @Override
        public String description() {
            return "H2 in the mode of SqlServer (in memory)";
        }

        @Override
        public DatabaseSpace open(String name) {
            return new Space("jdbc:h2:mem:mssql_" + name + ";DB_CLOSE_DELAY=-1;MODE=MSSQLServer");
        }

        @Override
        public void close() {
            // every space has already been shut down
        }
    }

    private record Space(String url) implements DatabaseSpace {

        @Override
        public void close() {
            try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return this;
    }

    @Override
    public ServerVersion version(DatabaseMetaData metaData) {
        return dialect.traits().version();
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        return new SqlServerBackend().codecs(format);
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        return new JdbcTarget(RecordingDriver.urlOf(IdentityDriver.urlOf(url.jdbcUrl().orElseThrow())), arguments,
                "com.h2database:h2", false);
    }

    @Override
    public ErrorTranslator errors() {
        return new Errors();
    }

    @Override
    public SchemaReader schemaReader() {
        return new Names();
    }

    /** H2 has none of the catalog of the other database, so only the names of tables are read. Immutable. */
    private static final class Names implements SchemaReader {

        @Override
        public TypeCatalog types() {
            return new SqlServerBackend().schemaReader().types();
        }

        @Override
        public String defaultSchema(CatalogQueries catalog) {
            return "";
        }

        @Override
        public List<String> schemaNames(CatalogQueries catalog) {
            return List.of();
        }

        @Override
        public List<String> tableNames(CatalogQueries catalog, String schema) {
            return catalog.rows(
                    "SELECT LOWER(TABLE_NAME) AS name FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'")
                    .stream().map(row -> row.textOrEmpty("name")).sorted().toList();
        }

        @Override
        public List<String> viewNames(CatalogQueries catalog, String schema) {
            return List.of();
        }

        @Override
        public List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names) {
            return List.of();
        }
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return new KeyRetrieval(KeyWay.GENERATED_KEYS, 1);
    }

    /** H2's errors by their states. Immutable. */
    private static final class Errors extends ErrorTranslator {

        @Override
        protected ErrorKind classify(SQLException failure) {
            return switch (String.valueOf(failure.getSQLState())) {
                case "23505" -> ErrorKind.UNIQUE;
                case "23502" -> ErrorKind.NOT_NULL;
                case "23503", "23506" -> ErrorKind.FOREIGN_KEY;
                case "23513", "23514" -> ErrorKind.CHECK;
                case "HYT00" -> ErrorKind.LOCK_TIMEOUT;
                case "57014" -> ErrorKind.STATEMENT_TIMEOUT;
                default -> ErrorKind.OTHER;
            };
        }

        @Override
        protected String constraint(SQLException failure) {
            return "";
        }
    }
}
