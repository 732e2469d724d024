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
 * Where a program begins with a database: knows how to connect, keeps the pool and the compiled statements. One per
 * database and program.
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
     * Creates an engine with the usual options. It does not connect before it is used.
     *
     * @param url {@code dialect://user:password@host:port/database?option=value}, or a JDBC URL
     * @throws RubedoException if the URL cannot be read, or there is no dialect or driver for it
     */
    public static Engine create(String url) {
        return builder(url).build();
    }

    /**
     * Collects options for an engine.
     *
     * @param url as for {@link #create}
     * @throws RubedoException if the URL cannot be read
     */
    public static EngineBuilder builder(String url) {
        return new EngineBuilder(DatabaseUrl.of(url));
    }

    /**
     * Creates an engine on somebody else's data source, which does the pooling. It connects once, to ask for the
     * product.
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
            throw new RubedoException(ErrorCode.OPERATIONAL, "The data source gives no connection: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Returns a connection, to be closed.
     *
     * @throws dev.rubedo.error.DatabaseException
     *             if a new one was needed and the database cannot be reached or refuses
     * @throws dev.rubedo.error.PoolTimeoutException
     *             if none became free in time
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
     * Runs a block in a transaction: commits, or rolls back if it throws.
     *
     * @throws X
     *             what the block throws
     */
    public <X extends Exception> void inTransaction(Transactional<? super Connection, X> block) throws X {
        inTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a transaction with options.
     *
     * @throws X
     *             what the block throws
     */
    public <X extends Exception> void inTransaction(TransactionOptions options,
            Transactional<? super Connection, X> block) throws X {
        this.<@Nullable Object, X>fromTransaction(options, connection -> {
            block.run(connection);
            return null;
        });
    }

    /**
     * Runs a block in a transaction and returns its value: commits, or rolls back if it throws.
     *
     * @throws X
     *             what the block throws
     */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(
            TransactionalValue<? super Connection, R, X> block) throws X {
        return fromTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a transaction with options and returns its value.
     *
     * @throws X
     *             what the block throws
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

    /** Runs DDL in a transaction of its own. */
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

    /** Returns an inspector of the database, which takes a connection for each question. */
    public Inspector inspect() {
        return Inspector.over(question -> fromTransaction(question::apply), backend.schemaReader(), reflectedTypes);
    }

    /** Returns the tables of the database's default schema, as they are now. */
    public MetaData reflect() {
        return inspect().reflect();
    }

    /**
     * Returns a statement compiled for this engine, from the cache or into it; the values in it do not matter.
     *
     * @throws dev.rubedo.error.InvalidStatementException if it has options, which only sessions understand
     */
    public CachedStatement prepare(Statement<?> statement) {
        return cached(StatementShape.of(statement), statement);
    }

    /**
     * Returns an INSERT compiled for {@link PreparedExecution#insertRows}, whose keys come back in the way of the
     * backend. This is the one place that decides it.
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

    /** Returns how many compiled statements are kept. */
    public int cachedStatements() {
        return cache.size();
    }

    /** Adds a listener to executions on all connections, until the registration is removed. */
    public Registration listen(ExecutionListener listener) {
        return listeners.add(listener);
    }

    /** Adds a listener to the life of pooled connections, until the registration is removed. */
    public Registration listenToPool(PoolListener listener) {
        return pool.listen(listener);
    }

    /**
     * Returns the dialect of the server's version. Connects to ask for the version if nobody has connected before and
     * none was given.
     *
     * @throws dev.rubedo.error.DatabaseException if the database cannot be reached
     */
    public Dialect dialect() {
        return server().backend().dialect();
    }

    /**
     * Returns the JDBC half of the database, as it is for every version; {@link #dialect()} fits the version of the
     * server.
     */
    public Backend backend() {
        return backend;
    }

    /** Returns the types that reflection gives to the columns of their names. */
    List<DialectType<?>> reflectedTypes() {
        return reflectedTypes;
    }

    /** Returns the codecs of the database; connects as {@link #dialect()} does. */
    public Codecs codecs() {
        return server().codecs();
    }

    /** Returns how keys come back from this server. */
    KeyRetrieval keyRetrieval() {
        return server().backend().keyRetrieval();
    }

    private Server.Known server() {
        var known = server.known();
        return known == null ? asked() : known;
    }

    /** Opens a connection for its version: no connection is in use, or the version would be known. */
    private Server.Known asked() {
        ensureOpen();
        try {
            pool.checkIn(pool.checkOut());
        } catch (SQLException e) {
            throw backend.errors().translate(e, "", "");
        }
        return Objects.requireNonNull(server.known(), "the pool opens its connections by the connector");
    }

    /** Returns the address. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the numbers of the pool at this moment. */
    public PoolStatus poolStatus() {
        return pool.status();
    }

    /** Replaces all pooled connections before they are used again, for example after the database moved. */
    public void invalidatePool() {
        pool.invalidateAll();
    }

    ConnectionPool pool() {
        return pool;
    }

    /** Tells whether any listener is registered. */
    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    ListenerList<ExecutionListener> listeners() {
        return listeners;
    }

    /** Says whether pooled connections are in auto-commit since all transactions are to be. */
    boolean restsInAutoCommit() {
        return restsInAutoCommit;
    }

    /** Says whether connections keep their prepared statements: the driver does not, and they live long enough. */
    boolean keepsStatements() {
        return keepsStatements;
    }

    boolean showsParameters() {
        return showsParameters;
    }

    /** Returns the scheduler of timeouts, made at first use. */
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

    /** Closes the pool and its connections; a connection in use is closed when it comes back. */
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

    /** Returns the address, without the password. */
    @Override
    public String toString() {
        return "Engine[" + url + "]";
    }
}
