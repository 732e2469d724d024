package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.internal.loading.AttributeLoader;
import dev.rubedo.orm.internal.loading.LoadContext;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.internal.query.PlacementOption;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.ModelListeners;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work of a session: its identity maps, and the context that entities are attached to and loaders load
 * into. Each part is a class: {@link PendingObjects} holds the pending work, {@link SessionCascades} adds and removes
 * objects, {@link Flusher} writes, {@link ObjectStates} applies flushes and rollbacks to objects, {@link Expiration}
 * expires, and {@link Lifecycle} moves objects from state to state. Confined to one thread at a time.
 */
final class UnitOfWork implements LoadContext, EntityContext {

    private final EntitySession session;
    private final Model model;
    private final PlanCache plans;
    private final AttributeLoader loader = new AttributeLoader(this);
    private final @Nullable IdentityMap[] identities;
    private final PendingObjects pending = new PendingObjects(this);
    private final ObjectStates states = new ObjectStates(this);
    private final Lifecycle lifecycle;
    private final SessionCascades cascades = new SessionCascades(this);
    private final Expiration expiration = new Expiration(this);
    private final Reachability reachability = new Reachability(this);
    private final Flusher flusher;
    private final @Nullable Distribution distribution;
    private final @Nullable Places places;
    private final LazyLoads lazyLoads;
    private final SessionCounters counters;
    private long loaded;

    /** @param distribution the databases, or null for one */
    UnitOfWork(EntitySession session, Model model, PlanCache plans, SessionEvents events,
            boolean autoflush, @Nullable Distribution distribution, SessionCounters counters,
            boolean warnsOfLazyLoads) {
        this.counters = counters;
        this.lazyLoads = new LazyLoads(counters, warnsOfLazyLoads);
        this.session = session;
        this.model = model;
        this.plans = plans;
        this.distribution = distribution;
        int shards = distribution == null ? 0 : distribution.shardCount();
        this.identities = new IdentityMap[model.mappers().size() * (1 + shards)];
        this.lifecycle = new Lifecycle(this, events);
        this.flusher = new Flusher(this, events, autoflush);
        this.places = distribution == null ? null : new Places(this, distribution);
    }

    EntitySession session() {
        return session;
    }

    PendingObjects pending() {
        return pending;
    }

    ObjectStates states() {
        return states;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    SessionCascades cascades() {
        return cascades;
    }

    Expiration expiration() {
        return expiration;
    }

    Reachability reachability() {
        return reachability;
    }

    Flusher flusher() {
        return flusher;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public PlanCache plans() {
        return plans;
    }

    @Override
    public Connection connection() {
        if (places != null) {
            throw new IllegalStateException("a place is needed: the session has several databases");
        }
        return session.transaction().connection();
    }

    /** Called before a statement is executed on a connection of the session. */
    void executing(Connection connection) {
        lazyLoads.executing(connection, flusher.isFlushing());
    }

    SessionCounters counters() {
        return counters;
    }

    /** Called when a flush has ended. */
    void flushEnded() {
        lazyLoads.flushed();
    }

    /** Called when a transaction of the session has ended. */
    void ended() {
        counters.loaded.add(loaded);
        loaded = 0;
        lazyLoads.ended();
    }

    @Override
    public boolean isDistributed() {
        return places != null;
    }

    @Override
    public LoadContext of(ManagedEntity owner, Mapper<?> target) {
        return places == null ? this : places.reading(owner, target);
    }

    @Override
    public LoadContext of(ManagedEntity owner, RelationshipProperty relationship) {
        return places == null ? this : places.reading(owner, relationship);
    }

    @Override
    public String shard(ManagedEntity entity) {
        int shard = EntityInternals.shard(entity);
        return shard == 0 || distribution == null ? "" : distribution.name(shard);
    }

    @Nullable
    Places places() {
        return places;
    }

    @Override
    public boolean holds(ManagedEntity entity) {
        return EntityInternals.context(entity) == this;
    }

    /** Returns the order of strings in the shards of the session, or null if it is not known. */
    @Nullable
    Comparator<? super String> textOrder() {
        Shards shards = distribution == null ? null : distribution.shards();
        return shards == null ? null : shards.textOrder();
    }

    /** Returns whether rows are distributed among shards. */
    boolean hasShards() {
        return distribution != null && distribution.shards() != null;
    }

    /** Returns where a statement is executed, in the order of its results. */
    List<? extends LoadContext> executing(Statement<?> statement) {
        if (places != null) {
            return places.executing(statement);
        }
        if (!statement.statementOptions().isEmpty()) {
            PlacementOption.requireNoShard(statement.statementOptions());
        }
        return List.of(this);
    }

    /** Returns where statements of the session change rows of an entity. */
    LoadContext writing(Mapper<?> mapper) {
        return places == null ? this : places.writing(mapper);
    }

    /** Returns where a flush writes the row of an object. */
    LoadContext flushing(Mapper<?> mapper, ManagedEntity object) {
        return places == null ? this : places.flushing(mapper, object);
    }

    /** Returns where a flush writes the rows of a join table. */
    LoadContext linking(RelationshipProperty relationship, ManagedEntity owner) {
        return places == null ? this : places.linking(relationship, owner);
    }

    /** Runs a read, which may be repeated if a replica is lost. */
    private void reading(Runnable read) {
        if (places == null) {
            read.run();
        } else {
            places.retrying(read);
        }
    }

    @Override
    public IdentityMap identities(Mapper<?> mapper) {
        return identities(mapper, 0);
    }

    /** Returns the number of objects in the identity maps. */
    int held() {
        int held = 0;
        for (IdentityMap map : identities) {
            held += map == null ? 0 : map.size();
        }
        return held;
    }

    /** Returns the objects of an entity in a shard. */
    IdentityMap identities(Mapper<?> mapper, int shard) {
        int position = mapper.hierarchy().position() + shard * model.mappers().size();
        IdentityMap map = identities[position];
        if (map == null) {
            map = new IdentityMap();
            identities[position] = map;
        }
        return map;
    }

    void forEachPersistent(Consumer<ManagedEntity> action) {
        for (IdentityMap map : identities) {
            if (map != null) {
                map.forEach(action);
            }
        }
    }

    @Override
    public void loaded(ManagedEntity entity, long unloaded, int[] unloadedBeyond) {
        loaded++;
        lifecycle.loadedAsPersistent(entity, unloaded, unloadedBeyond);
    }

    @Override
    public void refreshed(ManagedEntity entity, int[] attributes) {
        ModelListeners listeners = model.listeners();
        if (listeners.hasMapperListeners()) {
            Mapper<?> mapper = model.mapper(entity);
            List<String> names = Arrays.stream(attributes)
                    .mapToObj(attribute -> mapper.definition().attribute(attribute).name()).toList();
            listeners.fire(mapper, listener -> listener.refresh(entity, names));
        }
    }

    @Override
    public boolean isListening() {
        return flusher.isGuarding() || model.listeners().hasAttributeListeners();
    }

    @Override
    public @Nullable Object setting(ManagedEntity entity, int attribute, @Nullable Object value) {
        flusher.requireUnwritten(entity);
        return model.listeners().set(model.mapper(entity), entity, attribute, value);
    }

    @Override
    public void appending(ManagedEntity owner, int attribute, ManagedEntity item) {
        flusher.requireUnwritten(owner);
        model.listeners().append(model.mapper(owner), owner, attribute, item);
    }

    @Override
    public void removed(ManagedEntity owner, int attribute, ManagedEntity item) {
        flusher.requireUnwritten(owner);
        model.listeners().remove(model.mapper(owner), owner, attribute, item);
    }

    @Override
    public void changed(ManagedEntity entity) {
        pending.change(entity);
    }

    @Override
    public void watch(ManagedEntity entity) {
        pending.watch(entity);
    }

    @Override
    public void touch(ManagedEntity entity, int attribute) {
        session.threads().enter();
        try {
            lazyLoads.load(entity, attribute, () -> reading(() -> loader.touch(entity, attribute)));
        } finally {
            session.threads().leave();
        }
    }

    @Override
    public void load(ManagedEntity entity, int attribute) {
        session.threads().requireLoading(entity, attribute);
        session.threads().enter();
        try {
            reading(() -> loader.load(entity, attribute));
        } finally {
            session.threads().leave();
        }
    }

    @Override
    public void loadCollection(ManagedEntity owner, int attribute, RelatedCollection collection) {
        session.threads().requireLoading(owner, attribute);
        session.threads().enter();
        try {
            if (EntityInternals.lifecycle(owner) == LifecycleState.DELETED) {
                collection.fill(List.of());
                return;
            }
            lazyLoads.load(owner, attribute, () -> reading(
                    () -> loader.relationship(owner, model.mapper(owner).relationship(attribute))));
        } finally {
            session.threads().leave();
        }
    }

    @Override
    public @Nullable Object peek(ManagedEntity entity, int attribute, boolean mayLoad) {
        return loader.peek(entity, attribute, mayLoad);
    }

    @Override
    public void relationshipRead(ManagedEntity owner) {
        session.transaction().scope().relationshipRead(owner);
    }

    @Override
    public void requireRelatable(ManagedEntity owner, int attribute, ManagedEntity target) {
        if (EntityInternals.isGone(target)) {
            throw SessionCascades.deleted(target);
        }
        if (EntityInternals.context(target) != this
                && model.mapper(owner).relationship(attribute).cascades(Cascade.SAVE_UPDATE)) {
            cascades.requireNotElsewhere(target);
        }
    }

    @Override
    public void related(ManagedEntity owner, int attribute, ManagedEntity target) {
        RelationshipProperty relationship = model.mapper(owner).relationship(attribute);
        if (!relationship.cascades(Cascade.SAVE_UPDATE)) {
            return;
        }
        if (EntityInternals.context(target) != this) {
            cascades.add(target);
        } else if (relationship.kind() == Kind.ONE_TO_MANY) {
            pending.keep(target);
        }
    }

    @Override
    public boolean mayHold(ManagedEntity owner, int attribute, ManagedEntity item) {
        RelationshipProperty relationship = model.mapper(owner).relationship(attribute);
        return relationship.kind() != Kind.ONE_TO_MANY || RelationshipLoader.mayRefer(owner, relationship, item);
    }

    @Override
    public void makeTransient(ManagedEntity entity) {
        cascades.makeTransient(entity);
    }

    @Override
    public void unrelated(ManagedEntity owner, int attribute, ManagedEntity target) {
        RelationshipProperty relationship = model.mapper(owner).relationship(attribute);
        RelationshipProperty inverse = relationship.inverse();
        if (relationship.cascades(Cascade.DELETE_ORPHAN)) {
            forgetOrphan(target, relationship);
        } else if (inverse != null && inverse.cascades(Cascade.DELETE_ORPHAN)) {
            forgetOrphan(owner, inverse);
        }
    }

    /** Removes a pending object that lost its parent, so that it is not inserted. */
    private void forgetOrphan(ManagedEntity child, RelationshipProperty relationship) {
        if (EntityInternals.lifecycle(child) != LifecycleState.PENDING || EntityInternals.context(child) != this) {
            return;
        }
        RelationshipProperty inverse = relationship.inverse();
        if (inverse == null || EntityInternals.get(child, inverse.index()) == null) {
            pending.forget(child);
        }
    }

    void detachAll() {
        pending.forgetAll();
        for (int i = 0; i < identities.length; i++) {
            IdentityMap map = identities[i];
            if (map != null) {
                map.forEach(lifecycle::persistentToDetached);
                identities[i] = null;
            }
        }
    }

    AttributeLoader loader() {
        return loader;
    }

    @Nullable
    ManagedEntity find(Mapper<?> mapper, Object key) {
        return find(mapper, key, 0);
    }

    @Nullable
    ManagedEntity find(Mapper<?> mapper, Object key, int shard) {
        ManagedEntity found = identities(mapper, shard).get(key);
        return found != null && EntityInternals.definition(found).isA(mapper.definition()) ? found : null;
    }

    @Override
    public Relationship<?, ?> relationship(ManagedEntity owner, int attribute) {
        return model.mapper(owner).path().$relationship(attribute);
    }

    @Override
    public OrderTerm[] order(ManagedEntity owner, int attribute) {
        RelationshipProperty relationship = model.mapper(owner).relationship(attribute);
        return relationship.orderBy().stream().map(order -> {
            Attribute<?, ?> column = relationship.target().path().$column(order.attribute());
            return order.descending() ? column.desc() : column;
        }).toArray(OrderTerm[]::new);
    }

    @Override
    public <T> List<T> all(Select<T> query) {
        return session.all(query);
    }

    @Override
    public long count(Select<?> query) {
        return session.count(query);
    }

    /**
     * Returns the object with a key if the session has it, in any shard that may have its row.
     *
     * @param key the values of the primary key, in the types of its columns
     * @param shard the shard that is known to have the row, 0 for none
     * @param options the options of the lookup
     */
    @Nullable
    ManagedEntity known(Mapper<?> mapper, Object[] key, int shard, List<StatementOption> options) {
        Object normal = mapper.keyType().normalise(key);
        if (places == null) {
            PlacementOption.requireNoShard(options);
            return find(mapper, normal, 0);
        }
        for (int number : places.shards(mapper, key, shard, options)) {
            ManagedEntity found = find(mapper, normal, number);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Loads the object with a key, like {@link #known}. */
    @Nullable
    ManagedEntity load(Mapper<?> mapper, Object[] key, int shard, FetchGraph fetch, boolean lock, boolean overwrite,
            List<StatementOption> options) {
        flusher.autoflush(mapper);
        if (places == null) {
            return loader.get(mapper, key, fetch, lock, overwrite);
        }
        Places all = places;
        @Nullable ManagedEntity[] found = {null};
        all.retrying(() -> {
            found[0] = null;
            for (SessionPlace place : all.lookup(mapper, key, shard, lock, options)) {
                if (found[0] == null) {
                    found[0] = new AttributeLoader(place).get(mapper, key, fetch, lock, overwrite);
                }
            }
        });
        return found[0];
    }

    @Override
    public void autoflush(RelationshipProperty relationship) {
        flusher.autoflush(relationship);
    }

    /**
     * Records that a statement changed the row of an object, which must be reloaded after a rollback to a savepoint.
     */
    void changedByStatement(ManagedEntity entity) {
        session.transaction().scope().changedByStatement(entity);
    }

    /**
     * Records that a statement of the application may have changed any row, so that a rollback to a savepoint cannot
     * know which objects are affected.
     */
    void rowsChangedByStatement() {
        session.transaction().scope().rowsChangedByStatement();
    }

    /** Makes objects deleted whose rows were deleted by a statement, as after a flush. */
    void vanished(List<ManagedEntity> entities) {
        entities.forEach(pending::release);
        states.vanished(entities, session.transaction().scope());
    }
}
