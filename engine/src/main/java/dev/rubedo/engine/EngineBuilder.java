package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.Backends;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ReadableDuration;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.ConnectionPool;
import dev.rubedo.pool.Connector;
import dev.rubedo.pool.NullPool;
import dev.rubedo.pool.PoolOptions;
import dev.rubedo.pool.QueuePool;
import dev.rubedo.pool.StaticPool;
import dev.rubedo.type.DialectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A builder of an {@link Engine}. Each method returns this builder. Confined to one thread at a time. */
public final class EngineBuilder {

    private static final DatabaseUrl UNKNOWN = DatabaseUrl.forBackend("unknown");

    private DatabaseUrl url;
    private final @Nullable DataSource source;
    private boolean isBeside;
    private Runnable beforeConnection = () -> {};
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private Consumer<Map<String, String>> beforeConnect = properties -> {};
    private final List<EnginePlugin> plugins = new ArrayList<>();
    private Echo echo = Echo.NONE;
    private PoolEcho poolEcho = PoolEcho.NONE;
    private @Nullable Boolean hidesParameters;
    private String loggingName = "";
    private String poolLoggingName = "";
    private PoolOptions poolOptions = PoolOptions.DEFAULT;
    private @Nullable BiFunction<Connector, Duration, ConnectionPool> pool;
    private boolean isForeignPool;
    private boolean timeoutGiven;
    private boolean queueOptionsGiven;
    private NameRules nameRules = NameRules.NONE;
    private ConnectionOptions defaults = ConnectionOptions.NONE;
    private @Nullable JsonFormat jsonFormat;
    private @Nullable ServerVersion serverVersion;
    private int statementCacheSize = 500;
    private long statementCacheWeight = 32L << 20;
    private @Nullable SqlComments comments;
    private @Nullable Duration slowThreshold;
    private boolean showsSlowPlans;
    private int insertPageSize;
    private boolean warnsOfProducts = true;
    private final List<DialectType<?>> reflectedTypes = new ArrayList<>();

    EngineBuilder(DatabaseUrl url) {
        this.url = url;
        this.source = null;
    }

    EngineBuilder(DataSource source) {
        this.url = UNKNOWN;
        this.source = source;
    }

    /** Returns the database URL, for plug-ins; for a data source, a placeholder. */
    public DatabaseUrl url() {
        return url;
    }

    /** Replaces the database URL, for plug-ins. */
    public EngineBuilder url(DatabaseUrl newUrl) {
        requireNoSource("url(...)");
        url = Objects.requireNonNull(newUrl, "url");
        return this;
    }

    /**
     * Sets user and password, which replace those of the URL and need no percent-encoding.
     *
     * @param user the user
     * @param password the password
     */
    public EngineBuilder credentials(String user, String password) {
        url = url.withUser(Objects.requireNonNull(user, "user"))
                .withPassword(Objects.requireNonNull(password, "password"));
        return this;
    }

    /** Sets whether SQL is logged to {@code dev.rubedo.sql}. */
    public EngineBuilder echo(boolean on) {
        return echo(on ? Echo.SQL : Echo.NONE);
    }

    /**
     * Sets what is logged to {@code dev.rubedo.sql}; with {@link Echo#PARAMETERS}, errors show values too.
     * {@link Engine#echo(Echo)} changes it later.
     */
    public EngineBuilder echo(Echo what) {
        echo = Objects.requireNonNull(what, "echo");
        return this;
    }

    /** Sets whether the pool logs each connection that it opens, replaces or closes to {@code dev.rubedo.pool}. */
    public EngineBuilder echoPool(boolean on) {
        return echoPool(on ? PoolEcho.CHANGES : PoolEcho.NONE);
    }

    /** Sets what the pool logs to {@code dev.rubedo.pool}; {@link Engine#echoPool(PoolEcho)} changes it later. */
    public EngineBuilder echoPool(PoolEcho what) {
        poolEcho = Objects.requireNonNull(what, "echoPool");
        return this;
    }

    /**
     * Sets whether parameter values are hidden. {@code true} keeps them out of logs and errors whatever is logged,
     * {@code false} shows them in errors even if nothing is logged. By default, errors show them while the log does.
     */
    public EngineBuilder hideParameters(boolean hidden) {
        hidesParameters = hidden;
        return this;
    }

    /**
     * Logs a warning to {@code dev.rubedo.slow} for each statement to which the database responds slowly: its response
     * time, rows, tables, the line of the program and the SQL, with values only if errors show them. By default, no
     * statements are logged. {@link #loggingName} applies to this logger too. Logging adds the cost of a listener to
     * each execution.
     *
     * @param threshold the response time from which a statement is slow
     */
    public EngineBuilder slowStatements(Duration threshold) {
        if (threshold.isNegative()) {
            throw new IllegalArgumentException(
                    "slowStatements must not be negative, got " + ReadableDuration.of(threshold));
        }
        slowThreshold = threshold;
        return this;
    }

    /**
     * Sets whether the plan of a slow query is logged too. It is read by EXPLAIN on another connection, in the
     * background and for one query at a time. The default is false. This option is meant for development, because the
     * values are sent again and appear in plans. It can therefore not be combined with {@code hideParameters(true)}.
     */
    public EngineBuilder slowStatementPlans(boolean on) {
        showsSlowPlans = on;
        return this;
    }

    /**
     * Sets comments to append to each statement, for example with the trace that it belongs to; by default none.
     *
     * @param appended the comments
     */
    public EngineBuilder sqlComments(SqlComments appended) {
        comments = Objects.requireNonNull(appended, "sqlComments");
        return this;
    }

    /** Sets a suffix for the name of the logger, {@code dev.rubedo.sql.<name>}, to tell several engines apart. */
    public EngineBuilder loggingName(String name) {
        loggingName = Objects.requireNonNull(name, "loggingName");
        return this;
    }

    /**
     * Sets a suffix for the name of the pool's logger, {@code dev.rubedo.pool.<name>}, to tell several engines apart.
     */
    public EngineBuilder poolLoggingName(String name) {
        poolLoggingName = Objects.requireNonNull(name, "poolLoggingName");
        return this;
    }

    /** Sets the number of connections that are kept open; by default 5, 0 for no limit. */
    public EngineBuilder poolSize(int connections) {
        return pooled(poolOptions.withSize(connections));
    }

    /** Sets the number of additional connections that may be opened when needed; by default 10, -1 for no limit. */
    public EngineBuilder maxOverflow(int connections) {
        return pooled(poolOptions.withMaxOverflow(connections));
    }

    /**
     * Sets how many callers may wait for a connection at once; by default -1, no limit. Further callers fail
     * immediately, so that a server rejects work that it could only delay. With virtual threads, nothing else limits
     * their number.
     */
    public EngineBuilder maximumWaiters(int callers) {
        return pooled(poolOptions.withMaximumWaiters(callers));
    }

    /**
     * Sets how long additional connections stay open when unused; by default one minute, zero to close them
     * immediately. The actual time is between this duration and twice as long.
     */
    public EngineBuilder overflowIdle(Duration rest) {
        return pooled(poolOptions.withOverflowIdle(rest));
    }

    /** Sets how long to wait for a connection, either for a free one or for one to be opened; by default 30 seconds. */
    public EngineBuilder poolTimeout(Duration patience) {
        poolOptions = poolOptions.withTimeout(patience);
        timeoutGiven = true;
        return this;
    }

    /** Sets the age after which a connection is replaced before its next use; by default never. */
    public EngineBuilder poolRecycle(Duration age) {
        return pooled(poolOptions.withRecycle(age));
    }

    /** Sets whether a pooled connection is tested before each use. */
    public EngineBuilder poolPrePing(boolean on) {
        return pooled(poolOptions.withPrePing(on));
    }

    /**
     * Sets whether the most recently used connection is used first, so that the others can age and be closed; this is
     * the default. Otherwise, the connection that was unused for the longest time is used first.
     */
    public EngineBuilder poolUseLifo(boolean on) {
        return pooled(poolOptions.withLifo(on));
    }

    /**
     * Sets the time of use after which a connection is considered leaked: a warning names the thread and the code that
     * checked it out, and so does the error of a check-out that timed out. Recording the call site costs a few
     * microseconds per check-out. By default, nothing is recorded.
     */
    public EngineBuilder leakThreshold(Duration use) {
        return pooled(poolOptions.withLeakThreshold(use));
    }

    private EngineBuilder pooled(PoolOptions changed) {
        poolOptions = changed;
        queueOptionsGiven = true;
        return this;
    }

    /** Opens a connection for each use and closes it afterwards, instead of pooling. */
    public EngineBuilder nullPool() {
        pool = NullPool::new;
        isForeignPool = false;
        return this;
    }

    /** Shares one connection between all uses, for one thread at a time. */
    public EngineBuilder staticPool() {
        pool = StaticPool::new;
        isForeignPool = false;
        return this;
    }

    /**
     * Uses a custom pool.
     *
     * @param factory creates the pool from a connector
     */
    public EngineBuilder pool(Function<Connector, ConnectionPool> factory) {
        Objects.requireNonNull(factory, "pool");
        pool = (connector, timeout) -> factory.apply(connector);
        isForeignPool = true;
        return this;
    }

    /** Sets the isolation level of all transactions; by default that of the database. */
    public EngineBuilder isolationLevel(IsolationLevel level) {
        Objects.requireNonNull(level, "isolationLevel");
        return connectionOptions(options -> options.isolationLevel(level));
    }

    /**
     * Sets the initial options of all connections, such as a timeout for statements.
     *
     * @param change derives the options from those set so far
     */
    public EngineBuilder connectionOptions(UnaryOperator<ConnectionOptions> change) {
        defaults = change.apply(defaults);
        return this;
    }

    /**
     * Sets a driver property, which takes precedence over an option of the URL.
     *
     * @param name the driver's name of the property
     * @param value the value, passed to the driver as text
     */
    public EngineBuilder connectArgument(String name, Object value) {
        requireNoSource("connectArgument(\"" + name + "\", ...)");
        arguments.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value").toString());
        return this;
    }

    /**
     * Adds an action that is called before each physical connection is opened. It can change the driver properties,
     * user and password included, for example to pass a token that expires. It is called on the thread that connects,
     * possibly on several at once.
     *
     * @param action changes the properties
     */
    public EngineBuilder beforeConnect(Consumer<Map<String, String>> action) {
        requireNoSource("beforeConnect(...)");
        beforeConnect = beforeConnect.andThen(Objects.requireNonNull(action, "beforeConnect"));
        return this;
    }

    /**
     * Registers a database-specific type, such as a user-defined one, that reflection uses for columns whose type has
     * its name. Only reflection needs this setting.
     *
     * @param type the type
     */
    public EngineBuilder reflectedType(DialectType<?> type) {
        reflectedTypes.add(Objects.requireNonNull(type, "type"));
        return this;
    }

    /** Uses a custom JSON format instead of Jackson with its default settings. */
    public EngineBuilder jsonFormat(JsonFormat format) {
        jsonFormat = Objects.requireNonNull(format, "jsonFormat");
        return this;
    }

    /**
     * Sets the target server version, instead of asking the first connection. If the server is older, a warning is
     * logged.
     *
     * @param version the version, for example {@code ServerVersion.of("8.0.19")}
     */
    public EngineBuilder serverVersion(ServerVersion version) {
        serverVersion = Objects.requireNonNull(version, "serverVersion");
        return this;
    }

    /** Sets the number of compiled statements to cache; by default 500, 0 for no caching. */
    public EngineBuilder statementCacheSize(int statements) {
        if (statements < 0) {
            throw new IllegalArgumentException("statementCacheSize must not be negative, got " + statements);
        }
        statementCacheSize = statements;
        return this;
    }

    /**
     * Sets the approximate memory for compiled statements; by default 32 MiB. The least recently used statements are
     * evicted beyond it, and a statement that would take more than an eighth of it is compiled for each execution.
     *
     * @param bytes the memory in bytes
     */
    public EngineBuilder statementCacheWeight(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("statementCacheWeight must be positive, got " + bytes);
        }
        statementCacheWeight = bytes;
        return this;
    }

    /**
     * Sets the maximum number of rows in one multi-row INSERT whose database-generated keys are returned; by default
     * the backend's choice, which is based on measurements. 1 inserts the rows one by one, as is always the case on
     * databases that return the keys of several rows in an undefined order, such as SQL Server.
     */
    public EngineBuilder insertPageSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("insertPageSize must be positive, got " + rows);
        }
        insertPageSize = rows;
        return this;
    }

    /**
     * Sets the maximum length of identifiers, instead of that of the dialect. Longer names of constraints and indexes
     * are shortened with a hash, generated labels with a number.
     *
     * @param characters the maximum length, for example for a server that was compiled with another limit
     */
    public EngineBuilder maximumIdentifierLength(int characters) {
        nameRules = nameRules.withIdentifiers(characters);
        return this;
    }

    /**
     * Sets the maximum length of generated labels and aliases; by default that of identifiers, which it cannot exceed.
     *
     * @param characters the maximum length; if it is less than 7, a label is just a number
     */
    public EngineBuilder maximumLabelLength(int characters) {
        nameRules = nameRules.withLabels(characters);
        return this;
    }

    /**
     * Sets the names that are always quoted, for example words that a newer server reserves, or lower-case names on a
     * database that stores unquoted names in upper case.
     *
     * @param names the names of tables, columns, labels and other objects, exactly as they are declared
     */
    public EngineBuilder quotedNames(String... names) {
        nameRules = nameRules.withQuoted(List.of(names));
        return this;
    }

    /**
     * Sets the names that are never quoted, so that the database changes their case.
     *
     * @param names the names of tables, columns, labels and other objects, exactly as they are declared, consisting of
     *     letters, digits and {@code _}
     */
    public EngineBuilder bareNames(String... names) {
        nameRules = nameRules.withBare(List.of(names));
        return this;
    }

    /**
     * Sets whether a warning is logged when a statement with a Cartesian product is compiled: it combines each row of
     * one table with each row of another, because nothing connects them. The default is true.
     */
    public EngineBuilder cartesianWarnings(boolean on) {
        warnsOfProducts = on;
        return this;
    }

    /**
     * Adds a plug-in. Plug-ins that are named by the option {@code plugin} of the URL are added automatically.
     *
     * @param plugin the plug-in
     */
    public EngineBuilder plugin(EnginePlugin plugin) {
        plugins.add(Objects.requireNonNull(plugin, "plugin"));
        return this;
    }

    /**
     * Allows connections while Spring has a transaction open on the data source in the same thread; by default, that is
     * an error. The connections are not part of Spring's transaction: their changes survive its rollback. For an engine
     * over a {@link DataSource}.
     *
     * @throws RubedoException {@link ErrorCode#CONFIGURATION} if the engine connects by itself
     */
    public EngineBuilder besideOtherTransactions() {
        if (source == null) {
            throw new RubedoException(ErrorCode.CONFIGURATION, "besideOtherTransactions() is only for an engine over "
                    + "a DataSource. No other framework has transactions on the connections of this engine; remove "
                    + "the call.");
        }
        isBeside = true;
        return this;
    }

    private void requireNoSource(String what) {
        if (source != null) {
            throw new RubedoException(ErrorCode.CONFIGURATION, what + " has no effect on an engine over a DataSource, "
                    + "which connects by itself. Configure the DataSource instead.");
        }
    }

    /**
     * Creates the engine. It does not connect until it is used.
     *
     * @throws RubedoException if there is no dialect or driver for the URL, or an option is invalid
     */
    public Engine build() {
        plugins.addAll(EnginePlugins.named(url));
        url = url.withoutOption(EnginePlugins.OPTION);
        plugins.forEach(plugin -> plugin.configure(this));
        var engine = source == null ? build(Backends.forUrl(url)) : build(source);
        plugins.forEach(plugin -> plugin.afterCreate(engine));
        return engine;
    }

    /**
     * Creates a pool without an engine, for programs that use JDBC directly. Options of engines, such as echo, have no
     * effect on it.
     *
     * @throws RubedoException if there is no dialect or driver for the URL, or an option is invalid
     */
    public ConnectionPool buildPool() {
        requireNoSource("buildPool()");
        var backend = Backends.forUrl(url);
        return chosenPool().apply(new JdbcConnector(backend.target(url, arguments), backend, beforeConnect));
    }

    Engine build(Backend backend) {
        var connector = new JdbcConnector(backend.target(url, arguments), backend, beforeConnect);
        return engine(backend, connector, chosenPool());
    }

    private Engine build(DataSource given) {
        var connections = new SourceConnections(given, isBeside ? null : AmbientTransactions.of(given),
                url.user().orElse(null), url.password().orElse(null));
        if (pool == null && !queueOptionsGiven) {
            pool = timeoutGiven ? NullPool::new : (connector, timeout) -> new NullPool(connector);
        }
        beforeConnection = connections::refuseAmbient;
        var version = serverVersion;
        var types = List.copyOf(reflectedTypes);
        var rules = nameRules;
        var format = chosenFormat();
        var destination = Destination.behind(connections,
                product -> Destination.Facts.of(DatabaseUrl.of(product.url()), product.backend(),
                        new Server(product.backend(), format, version == null ? product.version() : version, rules),
                        types, product.identity()));
        return engine(destination, new DataSourceConnector(connections, destination), chosenPool());
    }

    private JsonFormat chosenFormat() {
        return jsonFormat == null ? Backends.jsonFormat() : jsonFormat;
    }

    Function<Connector, ConnectionPool> chosenPool() {
        var chosen = pool;
        var options = poolOptions;
        if (chosen == null) {
            return made -> new QueuePool(made, options);
        }
        if (queueOptionsGiven || timeoutGiven && isForeignPool) {
            throw new RubedoException(ErrorCode.CONFIGURATION,
                    "poolSize, maxOverflow, maximumWaiters, overflowIdle, poolRecycle, poolPrePing, poolUseLifo and "
                            + "leakThreshold configure "
                            + "the default QueuePool only, and poolTimeout has no effect on a custom pool. Remove "
                            + "these options, or "
                            + "remove nullPool(), staticPool() or pool(...).");
        }
        return made -> chosen.apply(made, options.timeout());
    }

    Engine engine(Backend backend, Connector connector, Function<Connector, ConnectionPool> chosen) {
        var server = new Server(backend, chosenFormat(), serverVersion, nameRules);
        return engine(Destination.of(Destination.Facts.of(url, backend, server, reflectedTypes, "")), connector,
                chosen);
    }

    private Engine engine(Destination destination, Connector connector, Function<Connector, ConnectionPool> chosen) {
        if (showsSlowPlans && slowThreshold == null) {
            throw new RubedoException(ErrorCode.CONFIGURATION, "slowStatementPlans(true) has no effect without "
                    + "slowStatements(threshold). Set the threshold, or remove it.");
        }
        if (showsSlowPlans && Boolean.TRUE.equals(hidesParameters)) {
            throw new RubedoException(ErrorCode.CONFIGURATION, "slowStatementPlans(true) shows values, which "
                    + "hideParameters(true) forbids: plans contain those of the query. Remove one of them.");
        }
        var asking = new VersionConnector(connector, destination);
        var resting = defaults.isolationLevel().orElse(null) == IsolationLevel.AUTOCOMMIT
                ? new AutoCommitConnector(asking) : asking;
        return new Engine(destination, chosen.apply(resting),
                new EngineSettings(echo, poolEcho, hidesParameters, loggingName, poolLoggingName, defaults,
                        statementCacheSize, statementCacheWeight, insertPageSize, warnsOfProducts, beforeConnection,
                        comments, slowThreshold, showsSlowPlans));
    }

    @Override
    public String toString() {
        return "EngineBuilder[" + (source == null ? url : source) + "]";
    }
}
