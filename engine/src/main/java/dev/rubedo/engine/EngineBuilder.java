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

/** Collects the options of an {@link Engine}. Each method returns this builder. Confined to one thread at a time. */
public final class EngineBuilder {

    private final DatabaseUrl url;
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

    /** Writes SQL to the log {@code dev.rubedo.sql}, or nothing. */
    public EngineBuilder echo(boolean on) {
        return echo(on ? Echo.SQL : Echo.NONE);
    }

    /** Says what to write to the log {@code dev.rubedo.sql}; with {@link Echo#PARAMETERS} errors show values too. */
    public EngineBuilder echo(Echo what) {
        echo = Objects.requireNonNull(what, "echo");
        return this;
    }

    /** Sets how many connections are kept open; 5 unless set, 0 for no limit. */
    public EngineBuilder poolSize(int connections) {
        return pooled(poolOptions.withSize(connections));
    }

    /** Sets how many more connections may be opened when needed; 10 unless set, -1 for no limit. */
    public EngineBuilder maxOverflow(int connections) {
        return pooled(poolOptions.withMaxOverflow(connections));
    }

    /**
     * Sets how long those stay open without use, in the end up to twice as long; a minute unless set, zero for not at
     * all.
     */
    public EngineBuilder overflowIdle(Duration rest) {
        return pooled(poolOptions.withOverflowIdle(rest));
    }

    /** Sets how long to wait for a connection, be it for a free one or for one to be opened; 30 seconds unless set. */
    public EngineBuilder poolTimeout(Duration patience) {
        poolOptions = poolOptions.withTimeout(patience);
        timeoutGiven = true;
        return this;
    }

    /** Sets the age from which a connection is replaced before it is used; never unless set. */
    public EngineBuilder poolRecycle(Duration age) {
        return pooled(poolOptions.withRecycle(age));
    }

    /** Says whether a pooled connection is tested each time before it is used. */
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

    /** Shares one connection between all uses; for one thread. */
    public EngineBuilder staticPool() {
        pool = StaticPool::new;
        isForeignPool = false;
        return this;
    }

    /**
     * Uses a pool of your own.
     *
     * @param factory makes it of what opens connections
     */
    public EngineBuilder pool(Function<Connector, ConnectionPool> factory) {
        Objects.requireNonNull(factory, "pool");
        pool = (connector, timeout) -> factory.apply(connector);
        isForeignPool = true;
        return this;
    }

    /** Sets the isolation level of all transactions; that of the database unless set. */
    public EngineBuilder isolationLevel(IsolationLevel level) {
        isolationLevel = Objects.requireNonNull(level, "isolationLevel");
        return this;
    }

    /**
     * Gives the driver a property; it wins over an option of the URL.
     *
     * @param name the driver's name of it
     * @param value its value; the driver gets it as text
     */
    public EngineBuilder connectArgument(String name, Object value) {
        arguments.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value").toString());
        return this;
    }

    /**
     * Lets reflection give a type of one database, such as one of your own, to the columns whose type has its name.
     * Everything else works with the type as it is.
     *
     * @param type the type
     */
    public EngineBuilder reflectedType(DialectType<?> type) {
        reflectedTypes.add(Objects.requireNonNull(type, "type"));
        return this;
    }

    /** Writes and reads JSON by a format of your own, instead of Jackson with its defaults. */
    public EngineBuilder jsonFormat(JsonFormat format) {
        jsonFormat = Objects.requireNonNull(format, "jsonFormat");
        return this;
    }

    /**
     * Sets the version of the server that statements are written for, instead of asking the first connection. A server
     * that is older is warned of in the log.
     *
     * @param version for example {@code ServerVersion.of("8.0.19")}
     */
    public EngineBuilder serverVersion(ServerVersion version) {
        serverVersion = Objects.requireNonNull(version, "serverVersion");
        return this;
    }

    /** Sets how many compiled statements are kept; 500 unless set, 0 to compile each time. */
    public EngineBuilder statementCacheSize(int statements) {
        if (statements < 0) {
            throw new IllegalArgumentException("statementCacheSize must not be negative, got " + statements);
        }
        statementCacheSize = statements;
        return this;
    }

    /**
     * Makes the engine. It does not connect before it is used.
     *
     * @throws RubedoException
     *             if there is no dialect or driver for the URL, or an option is wrong
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
                    "poolSize, maxOverflow, overflowIdle, poolRecycle and poolPrePing belong to the usual pool, and poolTimeout not to one "
                            + "of your own. Leave them out, or leave out nullPool(), staticPool() and pool(...).");
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
