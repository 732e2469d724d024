package dev.rubedo.dialect.h2;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.backend.TwoPhaseControl;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.reflect.SchemaReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The backend of H2. {@code h2://} and {@code h2:///:memory:} are an in-memory database that lives with the engine,
 * {@code h2:///mem:name} is a named in-memory database, {@code h2:///path} is a file, {@code h2://host:port/path} is a
 * server. Immutable.
 */
public final class H2Backend implements Backend {

    private static final String DRIVER = "com.h2database:h2";
    // all others are appended to the URL, because H2 silently ignores unknown properties
    private static final Set<String> CREDENTIALS = Set.of("USER", "PASSWORD");

    private final Dialect dialect;

    /** Creates a backend. */
    public H2Backend() {
        this(H2Dialect.NEWEST);
    }

    private H2Backend(ServerVersion version) {
        this.dialect = new H2Dialect(version);
    }

    @Override
    public Backend forVersion(ServerVersion version) {
        return new H2Backend(version);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Codecs codecs(JsonFormat format) {
        return new H2Codecs(format);
    }

    @Override
    public JdbcTarget target(DatabaseUrl url, Map<String, String> arguments) {
        var settings = new LinkedHashMap<String, String>();
        url.singleOptions().forEach((name, value) -> settings.put(name.toUpperCase(Locale.ROOT), value));
        arguments.forEach((name, value) -> settings.put(name.toUpperCase(Locale.ROOT), value));
        var properties = new LinkedHashMap<String, String>();
        url.user().ifPresent(user -> properties.put("user", user));
        url.password().ifPresent(password -> properties.put("password", password));
        var jdbc = new StringBuilder(url.jdbcUrl().orElseGet(() -> jdbc(url)));
        settings.forEach((name, value) -> {
            if (CREDENTIALS.contains(name)) {
                properties.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
            } else {
                jdbc.append(';').append(name).append('=').append(value.replace("\\", "\\\\").replace(";", "\\;"));
            }
        });
        return new JdbcTarget(jdbc.toString(), properties, DRIVER, jdbc.indexOf("jdbc:h2:mem:") == 0);
    }

    private static String jdbc(DatabaseUrl url) {
        String database = url.database();
        if (!url.host().isEmpty()) {
            return "jdbc:h2:tcp://" + url.authority() + "/" + database;
        }
        if (database.isEmpty() || database.equals(":memory:")) {
            return "jdbc:h2:mem:rubedo-" + UUID.randomUUID();
        }
        if (database.startsWith("mem:")) {
            return "jdbc:h2:" + database;
        }
        return "jdbc:h2:file:" + (isAbsolute(database) ? database : "./" + database);
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("./") || path.startsWith("~/") || path.indexOf(':') == 1;
    }

    @Override
    public Optional<TwoPhaseControl> twoPhase() {
        return Optional.of(H2TwoPhase.INSTANCE);
    }

    @Override
    public ErrorTranslator errors() {
        return H2ErrorTranslator.INSTANCE;
    }

    @Override
    public SchemaReader schemaReader() {
        return H2SchemaReader.INSTANCE;
    }

    @Override
    public KeyRetrieval keyRetrieval() {
        return new KeyRetrieval(KeyWay.RETURNING, 1000);
    }

    /** H2 compares each row with the parameters of a list one after the other, so long lists are slow. */
    @Override
    public int keysPerList() {
        return 50;
    }

    /** H2 executes statements on the calling thread. */
    @Override
    public boolean holdsCarrierThreads() {
        return true;
    }

    /**
     * Preparing costs a fifth of the time of a small statement, although the driver caches what it parsed. It parses
     * again after any change of tables and of the schema in use.
     */
    @Override
    public boolean keepsStatements() {
        return true;
    }

    /**
     * A statement of H2 reuses its last rows if no table has changed since. That is wrong after the rollback of a
     * transaction that saw an older state.
     */
    @Override
    public boolean keepsStatementsInTransactions() {
        return false;
    }

    /** A query computes all rows at once, and a statement releases them when it is closed or executed again. */
    @Override
    public boolean retainsRows() {
        return true;
    }
}
