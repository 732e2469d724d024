package dev.rubedo.orm.session;

import dev.rubedo.engine.ConnectionOptions;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.RowCache;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.internal.query.Criteria;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.LoaderStrategy;
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
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A builder for a {@link SessionFactory}. Confined to one thread at a time. */
public final class SessionFactoryBuilder {

    private static final long PLAN_CACHE_WEIGHT = 64L << 20;

    /** Leaves the options of connections as they are. */
    static final UnaryOperator<ConnectionOptions> NO_OPTIONS = options -> options;

    final Engine engine;
    final Model model;
    boolean autoflush = true;
    boolean autobegin = true;
    boolean expireOnCommit = true;
    boolean failsOnUnsaved = true;
    boolean twoPhase;
    Criteria criteria = Criteria.NONE;
    @Nullable LoaderStrategy others;
    final Map<RelationshipDefinition, LoaderStrategy> named = new HashMap<>();
    UnaryOperator<ConnectionOptions> connectionOptions = NO_OPTIONS;
    @Nullable PlanCache plans;
    final Map<Class<?>, Engine> boundTypes = new LinkedHashMap<>();
    final Map<Table, Engine> boundTables = new LinkedHashMap<>();
    @Nullable EngineRouter router;
    long planCacheWeight = PLAN_CACHE_WEIGHT;
    boolean warnsOfLazyLoads;
    @Nullable Shards shards;
    final Map<Engine, Replicas> replicas = new LinkedHashMap<>();

    SessionFactoryBuilder(Engine engine, Model model) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.model = Objects.requireNonNull(model, "model");
    }

    /** Sets whether queries flush pending changes first. The default is true. */
    public SessionFactoryBuilder autoflush(boolean on) {
        autoflush = on;
        return this;
    }

    /**
     * Sets whether a session begins a transaction with its first statement. The default is true. Otherwise each
     * transaction begins with {@link Session#begin()}, and access to the database without one is an error, so that no
     * statement in a handler or view opens a transaction by accident.
     */
    public SessionFactoryBuilder autobegin(boolean on) {
        autobegin = on;
        return this;
    }

    /** Sets whether a commit expires objects, so that they are reloaded on next access. The default is true. */
    public SessionFactoryBuilder expireOnCommit(boolean on) {
        expireOnCommit = on;
        return this;
    }

    /**
     * Sets whether a flush throws a {@link dev.rubedo.orm.error.FlushException} if an object of the session refers
     * to one that belongs to no session and that no relationship with {@code SAVE_UPDATE} refers to. The default is
     * true; otherwise such objects are skipped with a logged warning.
     */
    public SessionFactoryBuilder failOnUnsaved(boolean on) {
        failsOnUnsaved = on;
        return this;
    }

    /**
     * Sets whether transactions of sessions are committed in two phases, so that {@link Session#prepare()} can be
     * called. The default is false. A transaction that is already open on a given connection stays as it is.
     */
    public SessionFactoryBuilder twoPhase(boolean on) {
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
    public <P extends EntityPath<?>> SessionFactoryBuilder criteria(P entity,
            Function<? super P, Condition> condition) {
        criteria = criteria.and(CriteriaOption.of(entity, condition).criterion());
        plans = null;
        return this;
    }

    /**
     * Sets the strategy with which sessions load relationships that no option of a statement names, instead of the
     * mapped strategies. With {@link Loading#RAISE} or {@link Loading#RAISE_ON_SQL}, access that would execute another
     * statement is an error: for tests that find N+1 queries, and for programs in which each query declares what it
     * loads.
     */
    public SessionFactoryBuilder loadAll(Loading strategy) {
        others = LoaderStrategy.of(strategy);
        plans = null;
        return this;
    }

    /**
     * Loads relationships on access from rows of a cache, unless an option of the statement names them; see
     * {@link dev.rubedo.orm.Orm#cached}. Similar to SQLAlchemy's example of relationship caching.
     *
     * @param cache the cache, such as a region of the module {@code rubedo-cache}
     * @throws IllegalArgumentException if a relationship is not in the model, or is never loaded as a whole
     */
    public SessionFactoryBuilder cacheRelationships(RowCache cache, Relationship<?, ?> first,
            Relationship<?, ?>... more) {
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
     * flushes and loading: {@code connectionOptions(options -> options.timeout(Duration.ofSeconds(5)))}. A session on a
     * given connection does not change that connection's options.
     *
     * @param change derives the options from those set so far; called whenever a session opens a connection
     */
    public SessionFactoryBuilder connectionOptions(UnaryOperator<ConnectionOptions> change) {
        Objects.requireNonNull(change, "change");
        UnaryOperator<ConnectionOptions> before = connectionOptions;
        connectionOptions = before == NO_OPTIONS ? change : options -> change.apply(before.apply(options));
        return this;
    }

    /**
     * Adds a condition like {@link #criteria} to every entity of the model that has a mixin, such as one that hides
     * rows that are marked as deleted:
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
    public <M> SessionFactoryBuilder mixinCriteria(Class<?> mixin, Function<EntityPath<?>, M> query,
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
    public SessionFactoryBuilder bind(EntityPath<?> entity, Engine engine) {
        boundTypes.put(model.mapper(entity).definition().type(), Objects.requireNonNull(engine, "engine"));
        return this;
    }

    /**
     * Binds the entities of a class or interface to an engine: a superclass of entities, or a mixin. Binds of more
     * specific classes take precedence.
     *
     * @throws IllegalArgumentException if no entity of the model has this type
     */
    public SessionFactoryBuilder bind(Class<?> type, Engine engine) {
        Objects.requireNonNull(engine, "engine");
        if (model.mappers().stream().noneMatch(mapper -> type.isAssignableFrom(mapper.definition().type()))) {
            throw new IllegalArgumentException("No entity of the model is a \"" + type.getSimpleName()
                    + "\". Bind a class of the model, a superclass or an interface of its entities.");
        }
        boundTypes.put(type, engine);
        return this;
    }

    /** Binds a table to an engine, with the entity that is stored in it unless that is bound itself. */
    public SessionFactoryBuilder bind(Table table, Engine engine) {
        boundTables.put(Objects.requireNonNull(table, "table"), Objects.requireNonNull(engine, "engine"));
        return this;
    }

    /** Sets the replicas of the engine of this builder. */
    public SessionFactoryBuilder replicas(Replicas replicas) {
        return replicas(engine, replicas);
    }

    /** Sets the replicas of a bound engine or of a shard. */
    public SessionFactoryBuilder replicas(Engine of, Replicas replicas) {
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
    public SessionFactoryBuilder planCacheWeight(long bytes) {
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
     * Sets the router, which chooses the engine of each statement, row and load, before the binds are considered.
     *
     * @param router the router
     */
    public SessionFactoryBuilder router(EngineRouter router) {
        this.router = Objects.requireNonNull(router, "router");
        return this;
    }

    /**
     * Sets whether a warning is logged to {@code dev.rubedo.orm.lazy} when one line of the program loads the same
     * attribute for the fifth time in a transaction, object by object. It names the attribute, the line and the option
     * that loads it with the query. The default is false; for development, because each lazy load then walks the stack.
     */
    public SessionFactoryBuilder warnOfLazyLoads(boolean on) {
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
                    + ", which is a shard. Bind it to an engine that is not a shard, or remove the bind.");
        }
    }

    @Override
    public String toString() {
        return "SessionFactoryBuilder[" + engine + ", " + model + "]";
    }
}
