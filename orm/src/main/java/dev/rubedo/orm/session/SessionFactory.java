package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ConnectionOptions;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.StatementCacheStatistics;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.engine.Transactional;
import dev.rubedo.engine.TransactionalValue;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.internal.query.Criteria;
import dev.rubedo.orm.internal.query.LoaderStrategy;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.routing.EngineRouter;
import dev.rubedo.orm.routing.Replicas;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A factory for the sessions of a model on an engine, with their settings. An application needs one per database.
 * Thread-safe.
 */
public final class SessionFactory {

    /**
     * The minimum number of planned and compiled statements to cache: as many as most applications use, whatever the
     * size of the model.
     */
    private static final int FEWEST_STATEMENTS = 1_000;
    private static final int STATEMENTS_PER_ENTITY = 20;

    private final Engine engine;
    private final Model model;
    private final boolean autoflush;
    private final boolean autobegin;
    private final boolean expireOnCommit;
    private final boolean failsOnUnsaved;
    private final Criteria criteria;
    private final @Nullable LoaderStrategy others;
    private final Map<RelationshipDefinition, LoaderStrategy> named;
    private final UnaryOperator<ConnectionOptions> connectionOptions;
    private final boolean twoPhase;
    private final PlanCache plans;
    private final Map<Class<?>, Engine> boundTypes;
    private final Map<Table, Engine> boundTables;
    private final @Nullable EngineRouter router;
    private final @Nullable Shards shards;
    private final Map<Engine, Replicas> replicas;
    private final @Nullable Distribution distribution;
    private final boolean isReadOnly;
    private final Map<Engine, PlanCache> plansByEngine = new ConcurrentHashMap<>();
    /** The counts of the plan caches of closed engines. */
    private final AtomicReference<StatementCacheStatistics> released = new AtomicReference<>(
            new StatementCacheStatistics(0, 0, 0, 0, 0, 0, 0, 0));
    private final long planCacheWeight;
    private final boolean warnsOfLazyLoads;
    private final SessionCounters counters = new SessionCounters();
    private volatile @Nullable SessionStatistics base;
    private final Set<EntitySession> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final ListenerList<SessionListener> listeners = new ListenerList<>();

    SessionFactory(SessionFactoryBuilder builder) {
        engine = builder.engine;
        model = builder.model;
        autoflush = builder.autoflush;
        autobegin = builder.autobegin;
        expireOnCommit = builder.expireOnCommit;
        failsOnUnsaved = builder.failsOnUnsaved;
        criteria = builder.criteria;
        others = builder.others;
        named = Map.copyOf(builder.named);
        connectionOptions = builder.connectionOptions;
        planCacheWeight = builder.planCacheWeight;
        warnsOfLazyLoads = builder.warnsOfLazyLoads;
        twoPhase = builder.twoPhase;
        boundTypes = Map.copyOf(builder.boundTypes);
        boundTables = Map.copyOf(builder.boundTables);
        router = builder.router;
        shards = builder.shards;
        replicas = Map.copyOf(builder.replicas);
        isReadOnly = connectionOptions.apply(TransactionOptions.DEFAULT.connection()).isReadOnly();
        boolean isDistributed = !boundTypes.isEmpty() || !boundTables.isEmpty() || router != null || shards != null
                || !replicas.isEmpty();
        distribution = isDistributed ? newDistribution() : null;
        plans = builder.plans != null && !isDistributed ? builder.plans
                : newPlans(engine, isDistributed ? this::plans : null);
    }

    private Distribution newDistribution() {
        Map<Engine, ReplicaSet> sets = new LinkedHashMap<>();
        replicas.forEach((of, some) -> sets.put(of, new ReplicaSet(some)));
        return new Distribution(new Binds(engine, model, boundTypes, boundTables), router, shards, sets);
    }

    private PlanCache newPlans(Engine of, @Nullable Function<Engine, PlanCache> siblings) {
        return new PlanCache(new OrmPlanner(model, of.dialect(), criteria, others, named),
                Math.max(FEWEST_STATEMENTS, STATEMENTS_PER_ENTITY * model.mappers().size()), planCacheWeight, siblings);
    }

    private PlanCache plans(Engine of) {
        // views of an engine share their plans
        Engine root = of.root();
        if (root == engine.root()) {
            return plans;
        }
        PlanCache known = plansByEngine.get(root);
        if (known != null) {
            return known;
        }
        // a router may open and close engines, such as those of tenants
        plansByEngine.forEach((other, cache) -> {
            if (other.isClosed() && plansByEngine.remove(other, cache)) {
                released.accumulateAndGet(cache.statistics().withoutContents(), StatementCacheStatistics::plus);
            }
        });
        return plansByEngine.computeIfAbsent(root, any -> newPlans(root, null));
    }

    /** Returns a builder for a factory. */
    public static SessionFactoryBuilder builder(Engine engine, Model model) {
        return new SessionFactoryBuilder(engine, model);
    }

    /**
     * Returns a builder for a factory of sessions over shards. Entities and tables that are bound to another engine,
     * such as reference data, are only in that one.
     */
    public static SessionFactoryBuilder builder(Shards shards, Model model) {
        SessionFactoryBuilder builder = new SessionFactoryBuilder(shards.engines().values().iterator().next(), model);
        builder.shards = shards;
        return builder;
    }

    /** Returns a factory with the default settings: autoflush is on, and a commit expires objects. */
    public static SessionFactory of(Engine engine, Model model) {
        return builder(engine, model).build();
    }

    /**
     * Returns a builder with the settings of this factory, for a factory with some different settings. Both share their
     * plans unless criteria are added; listeners are not copied.
     */
    public SessionFactoryBuilder toBuilder() {
        SessionFactoryBuilder builder = new SessionFactoryBuilder(engine, model).autoflush(autoflush)
                .autobegin(autobegin)
                .expireOnCommit(expireOnCommit)
                .failOnUnsaved(failsOnUnsaved).twoPhase(twoPhase).connectionOptions(connectionOptions)
                .planCacheWeight(planCacheWeight).warnOfLazyLoads(warnsOfLazyLoads);
        builder.criteria = criteria;
        builder.others = others;
        builder.plans = distribution == null ? plans : null;
        builder.boundTypes.putAll(boundTypes);
        builder.boundTables.putAll(boundTables);
        builder.router = router;
        builder.named.putAll(named);
        builder.shards = shards;
        builder.replicas.putAll(replicas);
        return builder;
    }

    /** Opens a session. */
    public Session open() {
        return opened(new EntitySession(this, this::connect, home(), JoinMode.CONTROL_FULLY, expireOnCommit, null,
                isReadOnly));
    }

    private Branch home() {
        return new Branch(engine, true);
    }

    private Session opened(EntitySession session) {
        open.add(session.listed());
        return session;
    }

    void closed(EntitySession session) {
        open.remove(session);
    }

    /**
     * Closes all sessions that were opened by this factory and are still in use, for example at the end of a test or
     * when the program shuts down. No thread may be using them.
     */
    public void closeAll() {
        List<EntitySession> all;
        synchronized (open) {
            all = List.copyOf(open);
        }
        all.forEach(EntitySession::close);
    }

    /** Returns a registry with a session for each thread. */
    public ScopedSessions scoped() {
        return new ScopedSessions(this, null);
    }

    /**
     * Returns a registry with a session for each scope.
     *
     * @param scope returns an object that identifies the calling scope, such as the current request
     */
    public ScopedSessions scoped(Supplier<?> scope) {
        return new ScopedSessions(this, Objects.requireNonNull(scope, "scope"));
    }

    /**
     * Opens a session that only the threads permitted by a guard may use.
     *
     * @param guard asked on each call and before an attribute is loaded on access
     */
    public Session open(SessionGuard guard) {
        return opened(new EntitySession(this, this::connect, home(), JoinMode.CONTROL_FULLY, expireOnCommit,
                Objects.requireNonNull(guard, "guard"), isReadOnly));
    }

    /**
     * Opens a session on a connection, which it does not close. It joins a transaction that is already open on the
     * connection by {@link JoinMode#CONDITIONAL_SAVEPOINT}.
     */
    public Session open(Connection connection) {
        return open(connection, JoinMode.CONDITIONAL_SAVEPOINT);
    }

    /**
     * Opens a session on a connection, which it does not close.
     *
     * @param mode how it joins a transaction that is already open on the connection
     */
    public Session open(Connection connection, JoinMode mode) {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(mode, "mode");
        // without binds, everything is executed on the connection, whichever engine it has
        Engine given = distribution == null ? engine : connection.engine();
        return opened(
                new EntitySession(this, of -> of.isSameAs(given) ? connection : connect(of), new Branch(given, false),
                        mode, expireOnCommit, null, connection.options().isReadOnly()));
    }

    /**
     * Runs a block in a new session and commits, or rolls back if the block throws. The session is then closed; objects
     * keep their loaded attributes.
     */
    public <X extends Exception> void inTransaction(Transactional<? super Session, X> block) throws X {
        inTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a new session with options and commits, or rolls back if the block throws. Objects keep their
     * loaded attributes.
     */
    public <X extends Exception> void inTransaction(TransactionOptions options, Transactional<? super Session, X> block)
            throws X {
        this.<@Nullable Object, X>fromTransaction(options, session -> {
            block.run(session);
            return null;
        });
    }

    /**
     * Runs a block in a new session, commits and returns its value, or rolls back if the block throws. Objects keep
     * their loaded attributes.
     */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(
            TransactionalValue<? super Session, R, X> block) throws X {
        return fromTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a new session with options, commits and returns its value, or rolls back if the block throws.
     * Objects keep their loaded attributes.
     */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(TransactionOptions options,
            TransactionalValue<? super Session, R, X> block) throws X {
        return options.repeat(() -> {
            try (EntitySession session = new EntitySession(this, of -> connect(of, options), home(),
                    JoinMode.CONTROL_FULLY, false, null, isReadOnly || options.connection().isReadOnly())) {
                if (!autobegin) {
                    session.begin();
                }
                R value = block.run(session);
                session.commitAtEnd();
                return value;
            }
        });
    }

    /**
     * Returns a connection with the options of this factory's connections, which the caller must close. For integrations
     * that open sessions on it.
     */
    public Connection connect() {
        return connect(engine);
    }

    private Connection connect(Engine of) {
        return connect(of, TransactionOptions.DEFAULT);
    }

    private Connection connect(Engine of, TransactionOptions options) {
        Connection connection = of.connect();
        try {
            if (connectionOptions != SessionFactoryBuilder.NO_OPTIONS) {
                connection.options(connectionOptions);
            }
            if (options != TransactionOptions.DEFAULT) {
                options.applyTo(connection);
            }
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Adds a listener to all sessions of this factory, including those that are already open. */
    public Registration listen(SessionListener listener) {
        return listeners.add(listener);
    }

    ListenerList<SessionListener> listeners() {
        return listeners;
    }

    /** Returns the engine; if there are several, that of entities and tables without a bind. */
    public Engine engine() {
        return engine;
    }

    /** Returns the engines that the factory was given, the one of {@link #engine()} first. */
    public Set<Engine> engines() {
        return distribution == null ? Set.of(engine) : distribution.engines();
    }

    /**
     * Creates the tables of the model that do not exist, each in the database of its engine. Foreign keys to tables in
     * other databases are omitted, because no database can check them.
     */
    public void createAll() {
        MetaData metadata = model.metadata();
        if (distribution == null) {
            metadata.createAll(engine);
            return;
        }
        distribution.tables(metadata.tables())
                .forEach((of, tables) -> metadata.createAll(new BoundTables(of, tables), tables));
    }

    /** Drops the tables of the model that exist, each in the database of its engine. */
    public void dropAll() {
        MetaData metadata = model.metadata();
        if (distribution == null) {
            metadata.dropAll(engine);
            return;
        }
        distribution.tables(metadata.tables())
                .forEach((of, tables) -> metadata.dropAll(new BoundTables(of, tables), tables));
    }

    /**
     * Ends the two-phase transactions in several databases that a crash or a lost connection left prepared. All
     * databases follow the first one of the transaction: they commit if it committed, and roll back otherwise. Call it
     * when a program starts, and after a {@link dev.rubedo.orm.error.DistributedCommitException}.
     *
     * @param age the minimum age of the transactions to end, so that those that other programs are about to commit are
     *     left alone
     * @param more databases that only a router knows
     * @return the transactions that were ended; possibly empty
     * @throws dev.rubedo.error.DatabaseException if a database cannot be reached, before anything is ended
     */
    public List<RecoveredTransaction> recoverTwoPhase(Duration age, Engine... more) {
        Set<Engine> engines = new LinkedHashSet<>(engines());
        engines.addAll(List.of(more));
        return new TwoPhaseRecovery(engines).run(Objects.requireNonNull(age, "age"));
    }

    @Nullable
    Distribution distribution() {
        return distribution;
    }

    /** Returns the model. */
    public Model model() {
        return model;
    }

    /**
     * Returns the statistics of this factory's sessions since it was created or {@link #resetStatistics()} was called.
     * Counting is always on; statements are counted by the statistics of the engine.
     */
    public SessionStatistics statistics() {
        SessionStatistics all = totalStatistics();
        SessionStatistics reset = base;
        return reset == null ? all : all.since(reset);
    }

    /** Makes {@link #statistics()} count from zero again, for example before a measurement. */
    public void resetStatistics() {
        base = totalStatistics();
    }

    /**
     * Returns the statistics of this factory's sessions since it was created, whether or not {@link #resetStatistics()}
     * was called. For meters, whose counters must never decrease.
     */
    public SessionStatistics totalStatistics() {
        return counters.snapshot(planStatistics());
    }

    private StatementCacheStatistics planStatistics() {
        return plansByEngine.values().stream().map(PlanCache::statistics)
                .reduce(plans.statistics().plus(released.get()), StatementCacheStatistics::plus);
    }

    SessionCounters counters() {
        return counters;
    }

    boolean warnsOfLazyLoads() {
        return warnsOfLazyLoads;
    }

    PlanCache plans() {
        return plans;
    }

    boolean autobegin() {
        return autobegin;
    }

    boolean failsOnUnsaved() {
        return failsOnUnsaved;
    }

    boolean autoflush() {
        return autoflush;
    }

    /** Returns whether transactions are committed in two phases. */
    public boolean isTwoPhase() {
        return twoPhase;
    }

    @Override
    public String toString() {
        return "SessionFactory[" + (shards == null ? engine : shards) + ", " + model + "]";
    }
}
