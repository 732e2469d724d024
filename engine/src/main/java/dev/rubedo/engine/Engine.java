package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.Backends;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.codec.Codecs;
import dev.rubedo.compile.StatementShape;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import dev.rubedo.feature.Feature;
import dev.rubedo.pool.ConnectionPool;
import dev.rubedo.pool.NullPool;
import dev.rubedo.pool.PoolListener;
import dev.rubedo.pool.PoolStatus;
import dev.rubedo.reflect.Inspector;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.DialectType;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The entry point to a database: knows how to connect, and holds the connection pool and the compiled statements.
 * Create one per database and program.
 *
 * {@snippet :
 * try (Engine engine = Engine.create("sqlite:///shop.db")) {
 *     engine.inTransaction(connection -> connection.execute(insertInto(users).values(users.name, "Alice")));
 * }
 * }
 *
 * <p>Thread-safe.
 */
public final class Engine implements DdlTarget, AutoCloseable {

    private final DatabaseUrl url;
    private final Backend backend;
    private final Server server;
    private final List<DialectType<?>> reflectedTypes;
    private final ConnectionPool pool;
    private final boolean showsParameters;
    private final boolean restsInAutoCommit;
    private final boolean keepsStatements;
    private final ConnectionOptions defaults;
    private final StatementCache cache;
    private final ListenerList<ExecutionListener> listeners = new ListenerList<>();
    private @Nullable ScheduledExecutorService scheduler;
    private volatile boolean closed;

    Engine(DatabaseUrl url, Backend backend, Server server, ConnectionPool pool, Echo echo,
            @Nullable IsolationLevel isolationLevel,
            int statementCacheSize, List<DialectType<?>> reflectedTypes) {
        this.url = url;
        this.backend = backend;
        this.server = server;
        this.reflectedTypes = reflectedTypes.stream()
                .filter(type -> type.dialects().contains(backend.dialect().name())).toList();
        this.pool = pool;
        this.showsParameters = echo == Echo.PARAMETERS;
        this.restsInAutoCommit = isolationLevel == IsolationLevel.AUTOCOMMIT;
        this.defaults = isolationLevel == null ? ConnectionOptions.NONE
                : ConnectionOptions.NONE.isolationLevel(isolationLevel);
        this.keepsStatements = backend.keepsStatements() && !(pool instanceof NullPool);
        this.cache = new StatementCache(statementCacheSize);
        if (echo != Echo.NONE) {
            listeners.add(new EchoListener(showsParameters));
        }
    }

    /**
     * Creates an engine with default options. It does not connect until it is used.
     *
     * @param url {@code dialect://user:password@host:port/database?option=value}, or a JDBC URL
     * @throws RubedoException if the URL cannot be parsed, or there is no dialect or driver for it
     */
    public static Engine create(String url) {
        return builder(url).build();
    }

    /**
     * Creates an engine with default options. It does not connect until it is used.
     *
     * @param url the address, for example made by {@link DatabaseUrl#forBackend}
     * @throws RubedoException if there is no dialect or driver for it
     */
    public static Engine create(DatabaseUrl url) {
        return builder(url).build();
    }

    /**
     * Creates an engine with default options for a user. It does not connect until it is used.
     *
     * @param url as for {@link #create(String)}
     * @param user the user, which needs no percent-encoding; it replaces that of the URL
     * @param password the password, which needs no percent-encoding; it replaces that of the URL
     * @throws RubedoException if the URL cannot be parsed, or there is no dialect or driver for it
     */
    public static Engine create(String url, String user, String password) {
        return builder(url).credentials(user, password).build();
    }

    /**
     * Returns a builder for an engine with other options.
     *
     * @param url as for {@link #create(String)}
     * @throws RubedoException if the URL cannot be parsed
     */
    public static EngineBuilder builder(String url) {
        return builder(DatabaseUrl.of(url));
    }

    /**
     * Returns a builder for an engine with other options.
     *
     * @param url the address
     */
    public static EngineBuilder builder(DatabaseUrl url) {
        return new EngineBuilder(Objects.requireNonNull(url, "url"));
    }

    /**
     * Creates an engine for an existing data source, which does the pooling. It connects once to find out the product.
     *
     * @throws dev.rubedo.error.RubedoException if the database cannot be reached or there is no dialect for it
     */
    public static Engine of(DataSource source) {
        try (var connection = DataSourceConnector.connection(source)) {
            var metaData = connection.getMetaData();
            var backend = Backends.forProduct(metaData.getDatabaseProductName(), metaData.getDatabaseProductVersion());
            var version = backend.version(metaData);
            String text = metaData.getURL();
            var url = DatabaseUrl.of(text == null ? "jdbc:" + backend.dialect().name() + ":" : text);
            return new EngineBuilder(url).serverVersion(version).engine(backend,
                    new DataSourceConnector(source, backend), NullPool::new);
        } catch (SQLException e) {
            throw new RubedoException(ErrorCode.OPERATIONAL,
                    "The data source returned no connection: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Returns a connection, which the caller must close.
     *
     * @throws dev.rubedo.error.DatabaseException if a new connection was needed and the database was unreachable or
     *     refused it
     * @throws dev.rubedo.error.PoolTimeoutException if no connection became free in time
     */
    public Connection connect() {
        ensureOpen();
        var connection = new Connection(this);
        if (defaults != ConnectionOptions.NONE && !restsInAutoCommit) {
            configured(connection, defaults);
        }
        return connection;
    }

    private static Connection configured(Connection connection, ConnectionOptions options) {
        try {
            connection.apply(options);
            return connection;
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Runs a block in a transaction, which is committed, or rolled back if the block throws.
     *
     * @throws X any exception that the block throws
     */
    public <X extends Exception> void inTransaction(Transactional<? super Connection, X> block) throws X {
        inTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a transaction with options.
     *
     * @throws X any exception that the block throws
     */
    public <X extends Exception> void inTransaction(TransactionOptions options,
            Transactional<? super Connection, X> block) throws X {
        this.<@Nullable Object, X>fromTransaction(options, connection -> {
            block.run(connection);
            return null;
        });
    }

    /**
     * Runs a block in a transaction and returns its result. The transaction is committed, or rolled back if the block
     * throws.
     *
     * @throws X any exception that the block throws
     */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(
            TransactionalValue<? super Connection, R, X> block) throws X {
        return fromTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a transaction with options and returns its result.
     *
     * @throws X any exception that the block throws
     */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(TransactionOptions options,
            TransactionalValue<? super Connection, R, X> block) throws X {
        return options.repeat(() -> {
            try (var connection = connect()) {
                if (options != TransactionOptions.DEFAULT) {
                    options.applyTo(connection);
                }
                R value = block.run(connection);
                connection.commit();
                return value;
            }
        });
    }

    /** Executes DDL in its own transaction. */
    @Override
    public void execute(DdlElement element) {
        inTransaction(connection -> connection.execute(element));
    }

    @Override
    public void together(Consumer<? super DdlTarget> work) {
        inTransaction(work::accept);
    }

    @Override
    public Set<String> tableNames(String schema) {
        return inspect().spellings(schema);
    }

    @Override
    public boolean hasTable(String schema, String table) {
        return inspect().hasTable(schema, table);
    }

    @Override
    public boolean hasSequence(String schema, String sequence) {
        return fromTransaction(connection -> connection.hasSequence(schema, sequence));
    }

    @Override
    public boolean hasType(String schema, String type) {
        return fromTransaction(connection -> connection.hasType(schema, type));
    }

    @Override
    public String dialectName() {
        return dialect().name();
    }

    @Override
    public boolean supports(Feature feature) {
        return dialect().supports(feature);
    }

    /** Returns an inspector of the database, which uses a separate connection for each call. */
    public Inspector inspect() {
        return Inspector.over(question -> fromTransaction(question::apply), backend.schemaReader(), reflectedTypes);
    }

    /** Returns the tables of the database's default schema, as they are now. */
    public MetaData reflect() {
        return inspect().reflect();
    }

    /**
     * Returns a statement compiled for this engine, using the cache. The values in the statement are ignored.
     *
     * @throws dev.rubedo.error.InvalidStatementException if it has options, which only the ORM understands
     */
    public CachedStatement prepare(Statement<?> statement) {
        return cached(StatementShape.of(statement), statement);
    }

    /**
     * Returns an INSERT compiled for {@link PreparedExecution#insertRows}, whose keys are retrieved as the backend
     * requires. This is the only place that decides how.
     */
    CachedStatement prepareForKeys(Insert<?> insert, Column<?> key) {
        return prepare(switch (keyRetrieval().way()) {
            case RETURNING, OUT_PARAMETERS -> insert.returning(key);
            case GENERATED_KEYS -> insert;
        });
    }

    CachedStatement cached(StatementShape shape, Statement<?> statement) {
        shape.requireNoOptions();
        var found = cache.get(shape);
        return found != null ? found
                : cache.put(shape, new CachedStatement(statement, dialect().compile(statement), codecs()));
    }

    /** Returns the number of cached compiled statements. */
    public int cachedStatements() {
        return cache.size();
    }

    /** Adds a listener to executions on all connections, until the registration is removed. */
    public Registration listen(ExecutionListener listener) {
        return listeners.add(listener);
    }

    /** Adds a listener to the life cycle of pooled connections, until the registration is removed. */
    public Registration listenToPool(PoolListener listener) {
        return pool.listen(listener);
    }

    /**
     * Returns the dialect for the server's version. Connects to find out the version if it was neither given nor known
     * from an earlier connection.
     *
     * @throws dev.rubedo.error.DatabaseException if the database is unreachable
     */
    public Dialect dialect() {
        return server().backend().dialect();
    }

    /**
     * Returns the backend of the database, independent of the server version; {@link #dialect()} matches the version.
     */
    public Backend backend() {
        return backend;
    }

    /** Returns the types that reflection uses for columns with their names. */
    List<DialectType<?>> reflectedTypes() {
        return reflectedTypes;
    }

    /** Returns the codecs of the database. May connect, as {@link #dialect()} does. */
    public Codecs codecs() {
        return server().codecs();
    }

    /** Returns how keys are retrieved from this server. */
    KeyRetrieval keyRetrieval() {
        return server().backend().keyRetrieval();
    }

    private Server.Known server() {
        var known = server.known();
        return known == null ? asked() : known;
    }

    /** Opens a connection to find out the version. No connection is in use, otherwise the version would be known. */
    private Server.Known asked() {
        ensureOpen();
        try {
            pool.checkIn(pool.checkOut());
        } catch (SQLException e) {
            throw backend.errors().translate(e, "", "");
        }
        return Objects.requireNonNull(server.known(), "the pool opens its connections by the connector");
    }

    /** Returns the database URL. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the current status of the pool. */
    public PoolStatus poolStatus() {
        return pool.status();
    }

    /** Marks all pooled connections to be replaced before their next use, for example after the database was moved. */
    public void invalidatePool() {
        pool.invalidateAll();
    }

    ConnectionPool pool() {
        return pool;
    }

    /** Returns whether any listener is registered. */
    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    ListenerList<ExecutionListener> listeners() {
        return listeners;
    }

    /** Returns whether idle connections are in auto-commit mode because all transactions are to be. */
    boolean restsInAutoCommit() {
        return restsInAutoCommit;
    }

    /**
     * Returns whether connections cache their prepared statements: the driver does not, and connections live long
     * enough.
     */
    boolean keepsStatements() {
        return keepsStatements;
    }

    boolean showsParameters() {
        return showsParameters;
    }

    /** Returns the scheduler for timeouts, created on first use. */
    synchronized ScheduledExecutorService scheduler() {
        var known = scheduler;
        if (known == null) {
            known = StatementTimer.scheduler();
            scheduler = known;
        }
        return known;
    }

    private void ensureOpen() {
        if (closed) {
            throw new RubedoException(ErrorCode.POOL_CLOSED,
                    "This engine is closed. Create another one, or close it later.");
        }
    }

    /** Closes the pool and its connections. A connection in use is closed when it is returned. */
    @Override
    public void close() {
        closed = true;
        pool.close();
        synchronized (this) {
            if (scheduler != null) {
                scheduler.shutdownNow();
                scheduler = null;
            }
        }
    }

    /** Returns the database URL without its password. */
    @Override
    public String toString() {
        return "Engine[" + url + "]";
    }
}
