package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.codec.Codecs;
import dev.rubedo.compile.CartesianProducts;
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
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.DialectType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entry point to a database. It knows how to connect, and holds the connection pool and the compiled statements.
 * Create one engine per database and program.
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

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Destination destination;
    private final EngineSettings settings;
    private final ConnectionPool pool;
    private final boolean restsInAutoCommit;
    private final boolean keepsConnections;
    private final ConnectionOptions defaults;
    private final StatementCache cache;
    private final StatementCache markedCache;
    private final EngineCounters counters;
    private final ListenerList<ExecutionListener> listeners;
    private final ListenerList<TableChangeListener> changeListeners;
    private final EngineEcho echo;
    /** The engine that this one is a view of; itself unless it was created by {@link #withOptions}. */
    private final Engine root;
    private @Nullable ScheduledExecutorService scheduler;
    private volatile boolean closed;
    private volatile @Nullable EngineStatistics base;

    Engine(Destination destination, ConnectionPool pool, EngineSettings settings) {
        this.destination = destination;
        this.settings = settings;
        this.pool = pool;
        this.defaults = settings.defaults();
        this.restsInAutoCommit = isAutoCommit(defaults);
        this.keepsConnections = !(pool instanceof NullPool);
        this.cache = new StatementCache(settings.statementCacheSize(), settings.statementCacheWeight());
        this.markedCache = new StatementCache(settings.statementCacheSize(), settings.statementCacheWeight());
        this.counters = new EngineCounters();
        this.listeners = new ListenerList<>();
        this.changeListeners = new ListenerList<>();
        this.echo = new EngineEcho(listeners, pool, settings);
        var slow = settings.slowThreshold();
        if (slow != null) {
            listeners.add(new SlowStatementLog(EngineEcho.logger("dev.rubedo.slow", settings.loggingName()), slow,
                    settings.showsSlowPlans()));
        }
        this.root = this;
    }

    private Engine(Engine other, ConnectionOptions defaults) {
        this.destination = other.destination;
        this.settings = other.settings;
        this.pool = other.pool;
        this.defaults = defaults;
        this.restsInAutoCommit = other.restsInAutoCommit;
        this.keepsConnections = other.keepsConnections;
        this.cache = other.cache;
        this.markedCache = other.markedCache;
        this.counters = other.counters;
        this.listeners = other.listeners;
        this.changeListeners = other.changeListeners;
        this.echo = other.echo;
        this.root = other.root;
    }

    private static boolean isAutoCommit(ConnectionOptions options) {
        return options.isolationLevel().filter(level -> level == IsolationLevel.AUTOCOMMIT).isPresent();
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
     * Creates an engine for an existing data source, which does the pooling. It does not connect until it is used, and
     * determines the database product from its first connection, which fails if there is no dialect for it.
     * {@link #builder(DataSource)} accepts options.
     */
    public static Engine of(DataSource source) {
        return builder(source).build();
    }

    /**
     * Returns a builder for an engine over an existing data source. It does not connect until it is used. The data source does the pooling, unless an option such as {@link EngineBuilder#poolSize} requests a pool over it.
     *
     * @param source the data source
     */
    public static EngineBuilder builder(DataSource source) {
        return new EngineBuilder(Objects.requireNonNull(source, "source"));
    }

    /**
     * Creates an engine from the entries of a configuration file, as {@link #builder(Map, String)} does.
     *
     * @param configuration {@link java.util.Properties} or another map; keys and values are used as text
     * @param prefix the beginning of the relevant keys, such as {@code "rubedo."}; other keys are ignored
     * @throws RubedoException {@link ErrorCode#CONFIGURATION} if a key is unknown or a value is invalid
     */
    public static Engine of(Map<?, ?> configuration, String prefix) {
        return builder(configuration, prefix).build();
    }

    /**
     * Returns a builder with the entries of a configuration file. {@code url} is required; the others have the names
     * of the methods of {@link EngineBuilder} or of SQLAlchemy's options, written as {@code pool_size},
     * {@code pool-size} or {@code poolSize}. Durations are seconds or in ISO-8601 form ({@code PT30S}).
     *
     * @param configuration {@link java.util.Properties} or another map; keys and values are used as text
     * @param prefix the beginning of the relevant keys, such as {@code "rubedo."}; other keys are ignored
     * @throws RubedoException {@link ErrorCode#CONFIGURATION} if a key is unknown or a value is invalid
     */
    public static EngineBuilder builder(Map<?, ?> configuration, String prefix) {
        return EngineConfiguration.read(configuration, prefix);
    }

    /**
     * Returns a connection, which the caller must close.
     *
     * @throws dev.rubedo.error.DatabaseException if a new connection was needed and the database was unreachable or
     *     rejected it
     * @throws dev.rubedo.error.PoolTimeoutException if no connection became free in time
     * @throws RubedoException {@link ErrorCode#TRANSACTION_STATE} if this engine uses a data source on which Spring has
     *     a transaction open in the calling thread
     */
    public Connection connect() {
        ensureOpen();
        settings.beforeConnection().run();
        var connection = new Connection(this);
        if (defaults != ConnectionOptions.NONE) {
            configured(connection, defaults);
        }
        if (!listeners.isEmpty()) {
            told(connection);
        }
        return connection;
    }

    private void told(Connection connection) {
        try {
            listeners.fire(listener -> listener.afterConnect(connection));
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
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

    /** Executes a DDL statement in its own transaction. */
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
        return inspect().spellings(defaults.schemaFor(schema));
    }

    @Override
    public Set<String> viewNames(String schema) {
        return fromTransaction(connection -> connection.viewNames(schema));
    }

    @Override
    public boolean hasTable(String schema, String table) {
        return inspect().hasTable(defaults.schemaFor(schema), table);
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
        return Inspector.over(question -> fromTransaction(question::apply), backend().schemaReader(),
                reflectedTypes());
    }

    /** Returns the tables of the database's default schema, as they are now. */
    public MetaData reflect() {
        return inspect().reflect();
    }

    /**
     * Adds tables of the database to metadata, on one connection.
     *
     * @param metaData the metadata to add to
     * @param reflection what to read
     * @return the metadata
     * @throws dev.rubedo.error.NoSuchTableException if a requested table does not exist
     */
    public MetaData reflect(MetaData metaData, Reflection reflection) {
        return fromTransaction(connection -> connection.inspect().reflect(metaData, reflection));
    }

    /**
     * Returns a statement compiled for this engine, using the cache. The values in the statement are ignored.
     *
     * @throws dev.rubedo.error.InvalidStatementException if it has options, which only the ORM understands
     */
    public CachedStatement prepare(Statement<?> statement) {
        return prepare(statement, false);
    }

    CachedStatement prepare(Statement<?> statement, boolean translates) {
        return cached(StatementShape.of(statement), statement, translates);
    }

    /**
     * Returns an INSERT compiled for {@link PreparedExecution#insertRows}, whose keys are retrieved as the backend
     * requires. This is the only place that decides how.
     */
    CachedStatement prepareForKeys(Insert<?> insert, Column<?> key, boolean translates) {
        return prepare(switch (keyRetrieval(key.table()).way()) {
            case RETURNING, OUT_PARAMETERS -> insert.returning(key);
            case GENERATED_KEYS -> insert;
        }, translates);
    }

    /** Returns a statement for connections that translate schemas, or for those that do not. */
    CachedStatement cached(StatementShape shape, Statement<?> statement, boolean translates) {
        shape.requireNoOptions();
        var found = (translates ? markedCache : cache).get(shape);
        return found != null ? found : compiled(shape, statement, translates);
    }

    private CachedStatement compiled(StatementShape shape, Statement<?> statement, boolean translates) {
        var compiled = new CachedStatement(statement, dialect(translates).compile(statement), codecs(), translates);
        if (settings.warnsOfProducts()) {
            CartesianProducts.in(statement).forEach(LOG::warn);
        }
        return (translates ? markedCache : cache).put(shape, compiled);
    }

    /**
     * Clears the cache of compiled statements, for example after a measurement. Statements are compiled again on their
     * next use.
     */
    public void clearStatementCache() {
        cache.clear();
        markedCache.clear();
    }

    /** Returns the number of cached compiled statements. */
    public int cachedStatements() {
        return cache.size() + markedCache.size();
    }

    /**
     * Returns statistics of this engine and its views since it was created or {@link #resetStatistics()} was called.
     * Counting is always on; it costs about 20 nanoseconds per statement.
     */
    public EngineStatistics statistics() {
        var all = totalStatistics();
        var reset = root.base;
        return reset == null ? all : all.since(reset);
    }

    /** Resets {@link #statistics()} to zero, for example before a measurement. */
    public void resetStatistics() {
        root.base = totalStatistics();
    }

    /**
     * Returns statistics of this engine and its views since it was created, regardless of {@link #resetStatistics()}.
     * For meters, whose counters must never decrease.
     */
    public EngineStatistics totalStatistics() {
        return counters.snapshot(cache.statistics().plus(markedCache.statistics()), pool.statistics());
    }

    /**
     * Returns the plan of a query given as text, one line for each row of the database's output. EXPLAIN is executed on
     * another connection, for at most two seconds; the query itself is not executed. For tools that show what was
     * executed; programs use {@link Statement#explain()}. The plan may contain the values, even if
     * {@link #hidesParameters()}.
     *
     * @param sql the SQL as passed to the driver
     * @param parameters the values in the order of the markers
     * @throws dev.rubedo.error.InvalidStatementException if it is not a single query
     */
    public List<String> explain(String sql, List<? extends @Nullable Object> parameters) {
        return StatementPlans.read(this, pool, sql, parameters);
    }

    /** Returns the comments that are appended to each statement, or null for none. */
    @Nullable
    SqlComments comments() {
        return settings.comments();
    }

    EngineCounters counters() {
        return counters;
    }

    /** Returns what is currently logged. */
    public Echo echo() {
        return echo.echo();
    }

    /** Changes what is logged to {@code dev.rubedo.sql} from now on, on all connections. */
    public void echo(Echo what) {
        echo.set(Objects.requireNonNull(what, "echo"));
    }

    /** Returns what the pool currently logs. */
    public PoolEcho echoPool() {
        return echo.poolEcho();
    }

    /** Changes what the pool logs to {@code dev.rubedo.pool} from now on. */
    public void echoPool(PoolEcho what) {
        echo.set(Objects.requireNonNull(what, "echoPool"));
    }

    /** Returns the options with which connections begin. */
    public ConnectionOptions options() {
        return defaults;
    }

    /**
     * Returns a view of this engine whose connections begin with other options. It shares everything else with this
     * engine: pool, listeners, caches; closing either closes both.
     *
     * @param change derives the options from those of this engine
     */
    public Engine withOptions(UnaryOperator<ConnectionOptions> change) {
        return new Engine(this, change.apply(defaults));
    }

    /** Adds a listener for executions on all connections, until the registration is removed. */
    public Registration listen(ExecutionListener listener) {
        return listeners.add(listener);
    }

    /**
     * Adds a listener for the tables that transactions change, until the registration is removed. It is notified of
     * transactions that begin from now on.
     */
    public Registration listen(TableChangeListener listener) {
        return changeListeners.add(listener);
    }

    /** Adds a listener for the life cycle of pooled connections, until the registration is removed. */
    public Registration listenToPool(PoolListener listener) {
        return pool.listen(listener);
    }

    /**
     * Returns the dialect for the server's version. Connects to determine the version if it was neither configured nor
     * known from an earlier connection.
     *
     * @throws dev.rubedo.error.DatabaseException if the database is unreachable
     */
    public Dialect dialect() {
        return server().dialect();
    }

    /** Returns the dialect, for connections that translate schemas the one that writes marks for them. */
    Dialect dialect(boolean translates) {
        return translates ? server().marking() : server().dialect();
    }

    /**
     * Returns the backend of the database, independent of the server version; {@link #dialect()} matches the version.
     * Over a data source that was not used yet, this connects.
     */
    public Backend backend() {
        return destination.facts().backend();
    }

    /** Returns the types that reflection uses for columns with their names. */
    List<DialectType<?>> reflectedTypes() {
        return destination.facts().reflectedTypes();
    }

    /** Returns the codecs of the database. May connect, as {@link #dialect()} does. */
    public Codecs codecs() {
        return server().codecs();
    }

    /** Returns how the generated keys of a table are retrieved; of any table if it is null. */
    KeyRetrieval keyRetrieval(@Nullable Table table) {
        var backend = server().backend();
        return table == null ? backend.keyRetrieval() : backend.keyRetrieval(table);
    }

    private Server.Known server() {
        var server = destination.facts().server();
        var known = server.known();
        return known == null ? asked(server) : known;
    }

    /** Opens a connection to determine the version. No connection is in use, otherwise the version would be known. */
    private Server.Known asked(Server server) {
        ensureOpen();
        try {
            pool.checkIn(pool.checkOut());
        } catch (SQLException e) {
            throw backend().errors().translateConnect(e, place());
        }
        return Objects.requireNonNull(server.known(), "the pool opens its connections by the connector");
    }

    /** Returns the database URL. Over a data source that was not used yet, this connects. */
    public DatabaseUrl url() {
        return destination.facts().url();
    }

    /** Returns the current status of the pool. */
    public PoolStatus poolStatus() {
        return pool.status();
    }

    /**
     * Closes all pooled connections that are not in use; those in use are closed when they are returned. Unlike after
     * {@link #close()}, the engine remains usable and opens new connections.
     */
    public void dispose() {
        pool.dispose();
    }

    /** Marks all pooled connections to be replaced before their next use, for example after the database was moved. */
    public void invalidatePool() {
        pool.invalidateAll();
    }

    /** Returns a description of the database, for messages. */
    String place() {
        return destination.facts().place();
    }

    /** Returns a text that distinguishes this engine from others with the same URL. */
    String identity() {
        return destination.facts().identity();
    }

    /** Returns the engine that this one is a view of, or this one if it was not created by {@link #withOptions}. */
    public Engine root() {
        return root;
    }

    /**
     * Returns whether connections of another engine are equivalent to those of this one: both are views of the same
     * engine, and their options are equal.
     */
    public boolean isSameAs(Engine other) {
        return this == other || root == other.root && defaults.equals(other.defaults);
    }

    ConnectionPool pool() {
        return pool;
    }

    /** Returns whether any listener is registered. */
    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    ListenerList<TableChangeListener> changeListeners() {
        return changeListeners;
    }

    ListenerList<ExecutionListener> listeners() {
        return listeners;
    }

    /** Returns whether idle connections are in auto-commit mode because all transactions are to be. */
    boolean restsInAutoCommit() {
        return restsInAutoCommit;
    }

    /** Returns whether tools must not show values, because {@link EngineBuilder#hideParameters} was set to true. */
    public boolean hidesParameters() {
        return echo.hidesValues();
    }

    /** Returns whether values are hidden everywhere, including in messages of the server. */
    boolean hidesValues() {
        return echo.hidesValues();
    }

    /**
     * Returns whether connections cache their prepared statements: the driver does not, and connections live long
     * enough.
     */
    boolean keepsStatements() {
        return keepsConnections && backend().keepsStatements();
    }

    boolean showsParameters() {
        return echo.showsParameters();
    }

    /** Returns the log for result rows, or null if they are not logged. */
    @Nullable
    Logger rowLog() {
        return echo.rowLog();
    }

    /** Returns the maximum number of rows in one INSERT that returns keys, 0 for the backend's choice. */
    int insertPageSize() {
        return settings.insertPageSize();
    }

    /** Returns the scheduler for timeouts, created on first use. */
    ScheduledExecutorService scheduler() {
        return root.ownScheduler();
    }

    private synchronized ScheduledExecutorService ownScheduler() {
        var known = scheduler;
        if (known == null) {
            known = StatementTimer.scheduler();
            scheduler = known;
        }
        return known;
    }

    private void ensureOpen() {
        if (root.closed) {
            throw new RubedoException(ErrorCode.POOL_CLOSED,
                    "This engine is closed. Create another one, or close it later.");
        }
    }

    /** Returns whether this engine, or the one that it is a view of, was closed. */
    public boolean isClosed() {
        return root.closed;
    }

    /** Closes the pool and its connections. A connection in use is closed when it is returned. */
    @Override
    public void close() {
        if (root != this) {
            root.close();
            return;
        }
        boolean wasClosed = closed;
        closed = true;
        pool.close();
        synchronized (this) {
            if (scheduler != null) {
                scheduler.shutdownNow();
                scheduler = null;
            }
        }
        if (!wasClosed) {
            listeners.fire(listener -> listener.afterEngineClose(this));
        }
    }

    /** Returns the database URL without its password. */
    @Override
    public String toString() {
        return "Engine[" + destination + "]";
    }
}
