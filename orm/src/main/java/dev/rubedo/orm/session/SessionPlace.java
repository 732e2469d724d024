package dev.rubedo.orm.session;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.internal.loading.LoadContext;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Statement;

/** One database of a session, from which objects are loaded. Confined to one thread at a time. */
final class SessionPlace implements LoadContext {

    private final UnitOfWork unit;
    private final Distribution distribution;
    private final Engine engine;
    private final int shard;
    private final boolean isReplica;

    SessionPlace(UnitOfWork unit, Distribution distribution, Engine engine, int shard, boolean isReplica) {
        this.unit = unit;
        this.distribution = distribution;
        this.engine = engine;
        this.shard = shard;
        this.isReplica = isReplica;
    }

    /** Returns the number of the shard, or 0. */
    int shard() {
        return shard;
    }

    @Override
    public boolean isReplica() {
        return isReplica;
    }

    Engine engine() {
        return engine;
    }

    @Override
    public Connection connection() {
        SessionTransaction transaction = unit.session().transaction();
        Places places = unit.places();
        if (places != null) {
            places.replicas().uses(isReplica ? engine : null);
        }
        return isReplica ? transaction.reading(engine) : transaction.connection(engine);
    }

    @Override
    public PlanCache plans() {
        return unit.plans();
    }

    @Override
    public CachedStatement compile(Statement<?> statement) {
        distribution.binds().of(statement);
        return LoadContext.super.compile(statement);
    }

    @Override
    public boolean isDistributed() {
        return true;
    }

    @Override
    public LoadContext of(ManagedEntity owner, Mapper<?> target) {
        return unit.of(owner, target);
    }

    @Override
    public LoadContext of(ManagedEntity owner, RelationshipProperty relationship) {
        return unit.of(owner, relationship);
    }

    @Override
    public Model model() {
        return unit.model();
    }

    @Override
    public IdentityMap identities(Mapper<?> mapper) {
        return unit.identities(mapper, shard);
    }

    @Override
    public void loaded(ManagedEntity entity, long unloaded, int[] unloadedBeyond) {
        EntityInternals.shard(entity, shard);
        unit.loaded(entity, unloaded, unloadedBeyond);
    }

    @Override
    public void refreshed(ManagedEntity entity, int[] attributes) {
        unit.refreshed(entity, attributes);
    }

    @Override
    public boolean holds(ManagedEntity entity) {
        return unit.holds(entity);
    }

    @Override
    public void load(ManagedEntity entity, int attribute) {
        unit.load(entity, attribute);
    }

    @Override
    public void relationshipRead(ManagedEntity owner) {
        unit.relationshipRead(owner);
    }

    @Override
    public void autoflush(RelationshipProperty relationship) {
        unit.autoflush(relationship);
    }

    @Override
    public String toString() {
        return engine.toString();
    }
}
