package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.engine.Transactional;
import dev.rubedo.engine.TransactionalValue;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.internal.query.Criteria;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.sql.Condition;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens sessions on an engine for a model, with their settings. An application has one for each database. Thread-safe. */
public final class SessionFactory {

    /** How many statements are kept planned and compiled: what most applications use, for models of any size. */
    private static final int FEWEST_STATEMENTS = 1_000;
    private static final int STATEMENTS_PER_ENTITY = 20;

    private final Engine engine;
    private final Model model;
    private final boolean autoflush;
    private final boolean expireOnCommit;
    private final boolean failsOnUnsaved;
    private final PlanCache plans;
    private final ListenerList<SessionListener> listeners = new ListenerList<>();

    private SessionFactory(Builder builder) {
        engine = builder.engine;
        model = builder.model;
        autoflush = builder.autoflush;
        expireOnCommit = builder.expireOnCommit;
        failsOnUnsaved = builder.failsOnUnsaved;
        plans = new PlanCache(new OrmPlanner(model, engine.dialect(), builder.criteria),
                Math.max(FEWEST_STATEMENTS, STATEMENTS_PER_ENTITY * model.mappers().size()));
    }

    /** Begins the settings of a factory. */
    public static Builder builder(Engine engine, Model model) {
        return new Builder(engine, model);
    }

    /** Returns a factory with the usual settings: queries flush first, a commit expires. */
    public static SessionFactory of(Engine engine, Model model) {
        return builder(engine, model).build();
    }

    /** Opens a session. */
    public Session open() {
        return new EntitySession(this, engine::connect, true, JoinMode.CONTROL_FULLY, expireOnCommit);
    }

    /**
     * Opens a session on a connection, which it does not close. In a transaction that is open there already it takes part by
     * {@link JoinMode#CONDITIONAL_SAVEPOINT}.
     */
    public Session open(Connection connection) {
        return open(connection, JoinMode.CONDITIONAL_SAVEPOINT);
    }

    /**
     * Opens a session on a connection, which it does not close.
     *
     * @param mode how it takes part in a transaction that is open there already
     */
    public Session open(Connection connection, JoinMode mode) {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(mode, "mode");
        return new EntitySession(this, () -> connection, false, mode, expireOnCommit);
    }

    /** Runs a block in a session and commits; rolls back if it throws. The session is closed then; objects keep what they have loaded. */
    public <X extends Exception> void inTransaction(Transactional<? super Session, X> block) throws X {
        inTransaction(TransactionOptions.DEFAULT, block);
    }

    /** Runs a block in a session with options and commits; rolls back if it throws. Objects keep what they have loaded. */
    public <X extends Exception> void inTransaction(TransactionOptions options, Transactional<? super Session, X> block)
            throws X {
        this.<@Nullable Object, X>fromTransaction(options, session -> {
            block.run(session);
            return null;
        });
    }

    /** Runs a block in a session, commits and returns its value; rolls back if it throws. Objects keep what they have loaded. */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(
            TransactionalValue<? super Session, R, X> block) throws X {
        return fromTransaction(TransactionOptions.DEFAULT, block);
    }

    /** Runs a block in a session with options, commits and returns its value; rolls back if it throws. Objects keep what they have loaded. */
    public <R extends @Nullable Object, X extends Exception> R fromTransaction(TransactionOptions options,
            TransactionalValue<? super Session, R, X> block) throws X {
        return options.repeat(() -> {
            try (EntitySession session = new EntitySession(this, () -> connect(options), true,
                    JoinMode.CONTROL_FULLY, false)) {
                R value = block.run(session);
                session.commit();
                return value;
            }
        });
    }

    private Connection connect(TransactionOptions options) {
        Connection connection = engine.connect();
        try {
            if (options != TransactionOptions.DEFAULT) {
                options.applyTo(connection);
            }
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Adds a listener to all sessions of this factory, those that are open included. */
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

    boolean failsOnUnsaved() {
        return failsOnUnsaved;
    }

    boolean autoflush() {
        return autoflush;
    }

    /** Collects the settings of a factory. Confined to one thread at a time. */
    public static final class Builder {

        private final Engine engine;
        private final Model model;
        private boolean autoflush = true;
        private boolean expireOnCommit = true;
        private boolean failsOnUnsaved;
        private Criteria criteria = Criteria.NONE;

        private Builder(Engine engine, Model model) {
            this.engine = Objects.requireNonNull(engine, "engine");
            this.model = Objects.requireNonNull(model, "model");
        }

        /** Says whether queries write pending changes first; true unless said otherwise. */
        public Builder autoflush(boolean on) {
            autoflush = on;
            return this;
        }

        /** Says whether a commit makes objects read their rows again at next access; true unless said otherwise. */
        public Builder expireOnCommit(boolean on) {
            expireOnCommit = on;
            return this;
        }

        /**
         * Says whether a flush fails that meets an object which is related to one of the session but was never added to any: a
         * {@link dev.rubedo.orm.error.FlushException}. False unless said otherwise: it is left out, and a warning is logged.
         */
        public Builder failOnUnsaved(boolean on) {
            failsOnUnsaved = on;
            return this;
        }

        /**
         * Adds a condition that holds of an entity wherever sessions of the factory read it: in queries, joins and EXISTS, as a related object
         * however it is loaded, by its key and when it is read again, and in UPDATE and DELETE statements about it. What is flushed does not ask for it,
         * and an object that a session knows already is not asked again. Several conditions hold together.
         *
         * @param entity the entity; those that inherit from it are meant too
         * @param condition gives the condition; called once, with the entity
         * @throws IllegalArgumentException if the path is an alias or stands behind a relationship
         */
        public <P extends EntityPath<?>> Builder criteria(P entity, Function<? super P, Condition> condition) {
            criteria = criteria.and(CriteriaOption.of(entity, condition).criterion());
            return this;
        }

        /** Returns the factory. */
        public SessionFactory build() {
            return new SessionFactory(this);
        }
    }
}
