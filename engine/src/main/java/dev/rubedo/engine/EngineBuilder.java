package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.Backends;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.error.ErrorCode;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A builder of an {@link Engine}. Each method returns this builder. Confined to one thread at a time. */
public final class EngineBuilder {

    private DatabaseUrl url;
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private Echo echo = Echo.NONE;
    private PoolOptions poolOptions = PoolOptions.DEFAULT;
    private @Nullable BiFunction<Connector, Duration, ConnectionPool> pool;
    private boolean isForeignPool;
    private boolean timeoutGiven;
    private boolean queueOptionsGiven;
    private @Nullable IsolationLevel isolationLevel;
    private @Nullable JsonFormat jsonFormat;
    private @Nullable ServerVersion serverVersion;
    private int statementCacheSize = 500;
    private final List<DialectType<?>> reflectedTypes = new ArrayList<>();

    EngineBuilder(DatabaseUrl url) {
        this.url = url;
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

    /** Sets what is logged to {@code dev.rubedo.sql}; with {@link Echo#PARAMETERS}, errors show values too. */
    public EngineBuilder echo(Echo what) {
        echo = Objects.requireNonNull(what, "echo");
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
     * Sets how long additional connections stay open without use, at least that and at most twice as long; by default
     * one minute, zero to close them at once.
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

    /** Shares one connection between all uses; for one thread at a time. */
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
        isolationLevel = Objects.requireNonNull(level, "isolationLevel");
        return this;
    }

    /**
     * Sets a driver property, which takes precedence over an option of the URL.
     *
     * @param name the driver's name of the property
     * @param value the value, passed to the driver as text
     */
    public EngineBuilder connectArgument(String name, Object value) {
        arguments.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value").toString());
        return this;
    }

    /**
     * Makes reflection use a type of one database, such as a user-defined one, for columns whose type has its name.
     * Only reflection needs this setting.
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
     * Creates the engine. It does not connect until it is used.
     *
     * @throws RubedoException if there is no dialect or driver for the URL, or an option is invalid
     */
    public Engine build() {
        return build(Backends.forUrl(url));
    }

    Engine build(Backend backend) {
        var connector = new JdbcConnector(backend.target(url, arguments), backend);
        return engine(backend, connector, chosenPool());
    }

    Function<Connector, ConnectionPool> chosenPool() {
        var chosen = pool;
        var options = poolOptions;
        if (chosen == null) {
            return made -> new QueuePool(made, options);
        }
        if (queueOptionsGiven || timeoutGiven && isForeignPool) {
            throw new RubedoException(ErrorCode.CONFIGURATION,
                    "poolSize, maxOverflow, overflowIdle, poolRecycle and poolPrePing configure the default QueuePool only, and "
                            + "poolTimeout has no effect on a custom pool. Remove these options, or remove nullPool(), "
                            + "staticPool() or pool(...).");
        }
        return made -> chosen.apply(made, options.timeout());
    }

    Engine engine(Backend backend, Connector connector, Function<Connector, ConnectionPool> chosen) {
        var format = jsonFormat == null ? Backends.jsonFormat() : jsonFormat;
        var server = new Server(backend, format, serverVersion);
        var asking = new VersionConnector(connector, server);
        var resting = isolationLevel == IsolationLevel.AUTOCOMMIT ? new AutoCommitConnector(asking) : asking;
        return new Engine(url, backend, server, chosen.apply(resting), echo, isolationLevel, statementCacheSize,
                reflectedTypes);
    }
}
