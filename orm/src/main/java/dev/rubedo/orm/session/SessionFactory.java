package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ConnectionOptions;
import dev.rubedo.engine.Engine;
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
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.sql.Condition;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
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

    private static final UnaryOperator<ConnectionOptions> NO_OPTIONS = options -> options;

    private final Engine engine;
    private final Model model;
    private final boolean autoflush;
    private final boolean autobegin;
    private final boolean expireOnCommit;
    private final boolean failsOnUnsaved;
    private final Criteria criteria;
    private final @Nullable LoaderStrategy others;
    private final UnaryOperator<ConnectionOptions> connectionOptions;
    private final boolean twoPhase;
    private final PlanCache plans;
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
        connectionOptions = builder.connectionOptions;
        plans = builder.plans != null ? builder.plans
                : new PlanCache(new OrmPlanner(model, engine.dialect(), builder.criteria, builder.others),
                        Math.max(FEWEST_STATEMENTS, STATEMENTS_PER_ENTITY * model.mappers().size()));
        twoPhase = builder.twoPhase;
    }

    /** Returns a builder for a factory. */
    public static Builder builder(Engine engine, Model model) {
        return new Builder(engine, model);
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
                .failOnUnsaved(failsOnUnsaved).twoPhase(twoPhase).connectionOptions(connectionOptions);
        builder.criteria = criteria;
        builder.others = others;
        builder.plans = plans;
        return builder;
    }

    /** Opens a session. */
    public Session open() {
        return opened(new EntitySession(this, this::connect, true, JoinMode.CONTROL_FULLY, expireOnCommit, null));
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
        return opened(new EntitySession(this, this::connect, true, JoinMode.CONTROL_FULLY, expireOnCommit,
                Objects.requireNonNull(guard, "guard")));
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
        return opened(new EntitySession(this, () -> connection, false, mode, expireOnCommit, null));
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
            try (EntitySession session = new EntitySession(this, () -> connect(options), true,
                    JoinMode.CONTROL_FULLY, false, null)) {
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
        return connect(TransactionOptions.DEFAULT);
    }

    private Connection connect(TransactionOptions options) {
        Connection connection = engine.connect();
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

    /** Returns the engine. */
    public Engine engine() {
        return engine;
    }

    /** Returns the model. */
    public Model model() {
        return model;
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
        private UnaryOperator<ConnectionOptions> connectionOptions = NO_OPTIONS;
        private @Nullable PlanCache plans;

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

        /** Returns the factory. */
        public SessionFactory build() {
            return new SessionFactory(this);
        }
    }
}
