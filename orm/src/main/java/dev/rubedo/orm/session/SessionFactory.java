package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ConnectionOptions;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.RowCache;
import dev.rubedo.engine.StatementCacheStatistics;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.engine.Transactional;
import dev.rubedo.engine.TransactionalValue;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.internal.query.Criteria;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.LoaderStrategy;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.routing.EngineRouter;
import dev.rubedo.orm.routing.Replicas;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
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
     * The least number of planned and compiled statements to cache: as many as most applications use, whatever the size
     * of the model.
     */
    private static final int FEWEST_STATEMENTS = 1_000;
    private static final int STATEMENTS_PER_ENTITY = 20;

    private static final long PLAN_CACHE_WEIGHT = 64L << 20;

    private static final UnaryOperator<ConnectionOptions> NO_OPTIONS = options -> options;

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
    private final long planCacheWeight;
    private final boolean warnsOfLazyLoads;
    private final SessionCounters counters = new SessionCounters();
    private volatile @Nullable SessionStatistics base;
    private final Set<EntitySession> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final ListenerList<SessionListener> listeners = new ListenerList<>();

    private SessionFactory(Builder builder) {
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
        return root == engine.root() ? plans : plansByEngine.computeIfAbsent(root, any -> newPlans(root, null));
    }

    /** Returns a builder for a factory. */
    public static Builder builder(Engine engine, Model model) {
        return new Builder(engine, model);
    }

    /**
     * Returns a builder for a factory of sessions over shards. Entities and tables that are bound to another engine are
     * in that alone, such as reference data.
     */
    public static Builder builder(Shards shards, Model model) {
        Builder builder = new Builder(shards.engines().values().iterator().next(), model);
        builder.shards = shards;
        return builder;
    }

    /** Returns a factory with the default settings: autoflush is on, and a commit expires objects. */
    public static SessionFactory of(Engine engine, Model model) {
        return builder(engine, model).build();
    }

    /**
     * Returns a builder with the settings of this factory, for one that differs in some. Both share their plans unless
     * criteria are added; listeners are not copied.
     */
    public Builder toBuilder() {
        Builder builder = new Builder(engine, model).autoflush(autoflush).autobegin(autobegin)
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
     * keep what they have loaded.
     */
    public <X extends Exception> void inTransaction(Transactional<? super Session, X> block) throws X {
        inTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a new session with options and commits, or rolls back if the block throws. Objects keep what they
     * have loaded.
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
     * what they have loaded.
     */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(
            TransactionalValue<? super Session, R, X> block) throws X {
        return fromTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Runs a block in a new session with options, commits and returns its value, or rolls back if the block throws.
     * Objects keep what they have loaded.
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
            if (connectionOptions != NO_OPTIONS) {
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
     * other databases are left out, because no database can check them.
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
     * Ends the transactions of two phases in several databases that a crash or a lost connection left prepared. All
     * databases then do what the first one of the transaction did: commit, or roll back if it did not commit. Call it
     * when a program starts, and after a {@link dev.rubedo.orm.error.DistributedCommitException}.
     *
     * @param age the least time since the transaction began, so that transactions which other programs are about to
     *     commit are left alone
     * @param more databases that only a router knows
     * @return what was ended; possibly empty
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
     * Returns what the sessions of this factory have done since it was created or {@link #resetStatistics()} was
     * called. Counting is always on; what statements did is in the statistics of the engine.
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
     * Returns what the sessions of this factory have done since it was created, whether or not
     * {@link #resetStatistics()} was called. For meters, whose counters must never decrease.
     */
    public SessionStatistics totalStatistics() {
        return counters.snapshot(planStatistics());
    }

    private StatementCacheStatistics planStatistics() {
        return plansByEngine.values().stream().map(PlanCache::statistics).reduce(plans.statistics(),
                StatementCacheStatistics::plus);
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

    /** Tells whether transactions are committed in two phases. */
    public boolean isTwoPhase() {
        return twoPhase;
    }

    /** A builder for a factory. Confined to one thread at a time. */
    public static final class Builder {

        private final Engine engine;
        private final Model model;
        private boolean autoflush = true;
        private boolean autobegin = true;
        private boolean expireOnCommit = true;
        private boolean failsOnUnsaved = true;
        private boolean twoPhase;
        private Criteria criteria = Criteria.NONE;
        private @Nullable LoaderStrategy others;
        private final Map<RelationshipDefinition, LoaderStrategy> named = new HashMap<>();
        private UnaryOperator<ConnectionOptions> connectionOptions = NO_OPTIONS;
        private @Nullable PlanCache plans;
        private final Map<Class<?>, Engine> boundTypes = new LinkedHashMap<>();
        private final Map<Table, Engine> boundTables = new LinkedHashMap<>();
        private @Nullable EngineRouter router;
        private long planCacheWeight = PLAN_CACHE_WEIGHT;
        private boolean warnsOfLazyLoads;
        private @Nullable Shards shards;
        private final Map<Engine, Replicas> replicas = new LinkedHashMap<>();

        private Builder(Engine engine, Model model) {
            this.engine = Objects.requireNonNull(engine, "engine");
            this.model = Objects.requireNonNull(model, "model");
        }

        /** Sets whether queries flush pending changes first. The default is true. */
        public Builder autoflush(boolean on) {
            autoflush = on;
            return this;
        }

        /**
         * Sets whether a session begins a transaction with its first statement. The default is true. Otherwise each
         * transaction begins with {@link Session#begin()}, and access to the database without one is an error: no
         * statement of a handler or view opens a transaction by accident.
         */
        public Builder autobegin(boolean on) {
            autobegin = on;
            return this;
        }

        /** Sets whether a commit expires objects, so that they are reloaded on next access. The default is true. */
        public Builder expireOnCommit(boolean on) {
            expireOnCommit = on;
            return this;
        }

        /**
         * Sets whether a flush throws a {@link dev.rubedo.orm.error.FlushException} if an object of the session refers
         * to one that belongs to no session and that no relationship with {@code SAVE_UPDATE} leads to. The default is
         * true; otherwise such objects are skipped with a logged warning.
         */
        public Builder failOnUnsaved(boolean on) {
            failsOnUnsaved = on;
            return this;
        }

        /**
         * Sets whether transactions of sessions are committed in two phases, so that {@link Session#prepare()} can be
         * called. The default is false. A transaction that is already open on a given connection stays as it is.
         */
        public Builder twoPhase(boolean on) {
            twoPhase = on;
            return this;
        }

        /**
         * Adds a condition that applies to an entity wherever sessions of the factory read it: in queries, joins and
         * EXISTS, when it is loaded as a related object, by its key or again, and in UPDATE and DELETE statements for
         * it. A flush does not apply it, and neither does {@code get} for an object that the session already has.
         * Several conditions are combined with AND.
         *
         * @param entity the entity; its subclasses are included
         * @param condition creates the condition; called once, with the entity
         * @throws IllegalArgumentException if the path is an alias or leads through a relationship
         */
        public <P extends EntityPath<?>> Builder criteria(P entity, Function<? super P, Condition> condition) {
            criteria = criteria.and(CriteriaOption.of(entity, condition).criterion());
            plans = null;
            return this;
        }

        /**
         * Sets how sessions load relationships that no option of a statement names, instead of the mapped strategies.
         * With {@link Loading#RAISE} or {@link Loading#RAISE_ON_SQL}, access that would execute another statement is an
         * error: for tests that find N+1 queries, and for programs in which each query says what it loads.
         */
        public Builder loadAll(Loading strategy) {
            others = LoaderStrategy.of(strategy);
            plans = null;
            return this;
        }

        /**
         * Loads relationships on access from rows that a cache has or keeps, unless an option of the statement names them;
         * see {@link dev.rubedo.orm.Orm#cached}. As SQLAlchemy's example of relationship caching.
         *
         * @param cache the cache, such as a region of the module {@code rubedo-cache}
         * @throws IllegalArgumentException if a relationship is not in the model, or is never loaded as a whole
         */
        public Builder cacheRelationships(RowCache cache, Relationship<?, ?> first, Relationship<?, ?>... more) {
            Objects.requireNonNull(cache, "cache");
            cacheRelationship(cache, first);
            for (Relationship<?, ?> relationship : more) {
                cacheRelationship(cache, relationship);
            }
            plans = null;
            return this;
        }

        private void cacheRelationship(RowCache cache, Relationship<?, ?> relationship) {
            if (relationship.definition().isQueried()) {
                throw new IllegalArgumentException("\"" + relationship
                        + "\" is never loaded as a whole, so it cannot be cached. Cache its query with fromCache(...).");
            }
            RelationshipProperty property = model.mapper(relationship.owner()).relationship(relationship.index());
            named.put(property.definition(), LoaderStrategy.cached(cache));
        }

        /**
         * Sets the options of the connections that sessions open, which apply to every statement, including those of
         * flushes and loading: {@code connectionOptions(options -> options.timeout(Duration.ofSeconds(5)))}. A session
         * on a given connection leaves its options alone.
         *
         * @param change returns the options; called whenever a session opens a connection
         */
        public Builder connectionOptions(UnaryOperator<ConnectionOptions> change) {
            connectionOptions = Objects.requireNonNull(change, "change");
            return this;
        }

        /**
         * Adds a condition like {@link #criteria} to every entity of the model that has a mixin, such as one that hides
         * rows which are marked as deleted:
         *
         * {@snippet :
         * builder.mixinCriteria(SoftDeletable.class, SoftDeletable_::of, row -> row.deletedAt.isNull())
         * }
         *
         * @param mixin the interface
         * @param query returns the query model of the mixin for an entity
         * @param condition creates the condition; called once for each entity
         * @throws IllegalArgumentException if no entity of the model has the mixin
         */
        public <M> Builder mixinCriteria(Class<?> mixin, Function<EntityPath<?>, M> query,
                Function<? super M, Condition> condition) {
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(condition, "condition");
            boolean isFound = false;
            for (Mapper<?> mapper : model.mappers()) {
                Mapper<?> parent = mapper.parent();
                boolean hasMixin = mixin.isAssignableFrom(mapper.definition().type());
                isFound |= hasMixin;
                // criteria of an entity apply to its subclasses
                if (hasMixin && (parent == null || !mixin.isAssignableFrom(parent.definition().type()))) {
                    criteria(mapper.path(), path -> condition.apply(query.apply(path)));
                }
            }
            if (!isFound) {
                throw new IllegalArgumentException("No entity of the model has mixin \"" + mixin.getSimpleName()
                        + "\". Let the Mapped of an entity extend it.");
            }
            return this;
        }

        /**
         * Binds an entity and its subclasses to an engine, in which all their tables are. A flush writes each row to the
         * engine of its entity, and relationships between engines are loaded by a separate query. A commit commits in all
         * databases of the transaction, one after the other unless {@link #twoPhase(boolean)} is set.
         *
         * @throws IllegalArgumentException if the model does not have the entity
         */
        public Builder bind(EntityPath<?> entity, Engine engine) {
            boundTypes.put(model.mapper(entity).definition().type(), Objects.requireNonNull(engine, "engine"));
            return this;
        }

        /**
         * Binds the entities of a class or interface to an engine: a superclass of entities, or a mixin. Binds of more
         * specific classes take precedence.
         *
         * @throws IllegalArgumentException if no entity of the model has this type
         */
        public Builder bind(Class<?> type, Engine engine) {
            Objects.requireNonNull(engine, "engine");
            if (model.mappers().stream().noneMatch(mapper -> type.isAssignableFrom(mapper.definition().type()))) {
                throw new IllegalArgumentException("No entity of the model is a \"" + type.getSimpleName()
                        + "\". Bind a class of the model, a superclass or an interface of its entities.");
            }
            boundTypes.put(type, engine);
            return this;
        }

        /** Binds a table to an engine, with the entity that is stored in it unless that is bound itself. */
        public Builder bind(Table table, Engine engine) {
            boundTables.put(Objects.requireNonNull(table, "table"), Objects.requireNonNull(engine, "engine"));
            return this;
        }

        /** Sets the replicas of the engine of this builder. */
        public Builder replicas(Replicas replicas) {
            return replicas(engine, replicas);
        }

        /** Sets the replicas of a bound engine or of a shard. */
        public Builder replicas(Engine of, Replicas replicas) {
            this.replicas.put(Objects.requireNonNull(of, "of"), Objects.requireNonNull(replicas, "replicas"));
            return this;
        }

        /**
         * Sets the approximate memory for planned and compiled statements; by default 64 MiB. Statements that were not
         * used recently are evicted beyond it, and a statement that would take more than an eighth of it is planned for
         * each execution.
         *
         * @param bytes the memory in bytes
         */
        public Builder planCacheWeight(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("planCacheWeight must be positive, got " + bytes);
            }
            if (bytes != planCacheWeight) {
                plans = null;
            }
            planCacheWeight = bytes;
            return this;
        }

        /**
         * Sets what chooses the engine of each statement, row and load, before the binds do.
         *
         * @param router the router
         */
        public Builder router(EngineRouter router) {
            this.router = Objects.requireNonNull(router, "router");
            return this;
        }

        /**
         * Sets whether a warning is logged to {@code dev.rubedo.orm.lazy} when one line of the program loads one
         * attribute for the fifth time in a transaction, object by object. It names the attribute, the line and the
         * option that loads it with the query. The default is false; for development, because each lazy load then walks
         * the stack.
         */
        public Builder warnOfLazyLoads(boolean on) {
            warnsOfLazyLoads = on;
            return this;
        }

        /** Returns the factory. */
        public SessionFactory build() {
            if (shards != null) {
                requireSharded(shards);
            }
            SessionFactory factory = new SessionFactory(this);
            if (router == null) {
                replicas.keySet().forEach(of -> requireUsed(factory.engines(), of));
            }
            return factory;
        }

        private static void requireUsed(Set<Engine> engines, Engine of) {
            if (engines.stream().noneMatch(of::isSameAs)) {
                throw new IllegalArgumentException("Replicas are set for " + of
                        + ", which the factory does not use. Its engines are " + engines + ".");
            }
        }

        private void requireSharded(Shards all) {
            if (router != null) {
                throw new IllegalArgumentException(
                        "Shards have choosers of their own. Remove the router, or the shards.");
            }
            boundTypes.forEach((type, of) -> requireNoShard(all, type.getSimpleName(), of));
            boundTables.forEach((table, of) -> requireNoShard(all, table.name(), of));
        }

        private static void requireNoShard(Shards all, String bound, Engine of) {
            if (all.engines().containsValue(of)) {
                throw new IllegalArgumentException("\"" + bound + "\" is bound to " + of
                        + ", which is a shard. Bind it to an engine that is none, or leave the bind out.");
            }
        }
    }
}
