package dev.rubedo.orm.session;

import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.loading.FetchGroup;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The effects of flushes and statements on the states of objects, and their reversal by a rollback. Confined to one
 * thread at a time.
 */
final class ObjectStates {

    private final UnitOfWork unit;

    ObjectStates(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Updates the states of objects after a flush carried out its plan. */
    void flushed(FlushPlan plan, Collection<ManagedEntity> changed, ScopeJournal scope) {
        for (ManagedEntity entity : plan.inserted()) {
            inserted(entity);
        }
        FetchGroup.together(plan.inserted(), unit.plans().planner().usual());
        for (ManagedEntity entity : plan.deleted()) {
            deleted(entity);
        }
        for (ManagedEntity entity : changed) {
            updated(entity, scope);
        }
        for (ManagedEntity entity : plan.updated()) {
            updated(entity, scope);
        }
        scope.flushed(plan, changed);
    }

    private void inserted(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        Object key = Objects.requireNonNull(mapper.key(entity), "key");
        for (int attribute : mapper.collections()) {
            if (EntityInternals.get(entity, attribute) instanceof RelatedCollection collection
                    && EntityInternals.isOnlyRead(entity, attribute, collection)) {
                collection.expire();
            }
        }
        unit.lifecycle().pendingToPersistent(entity);
        EntityInternals.flushed(entity);
        unit.identities(mapper, EntityInternals.shard(entity)).put(key, entity);
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if (EntityInternals.get(entity, relationship.index()) == null
                    && EntityInternals.get(entity, relationship.local()[0]) != null) {
                EntityInternals.markUnloaded(entity, relationship.index());
            }
        }
        afterWrite(mapper, entity);
    }

    /** Clears the changes of collections, and expires formulas, whose values depend on the row. */
    private static void afterWrite(Mapper<?> mapper, ManagedEntity entity) {
        for (int attribute : mapper.formulas()) {
            EntityInternals.markUnloaded(entity, attribute);
        }
        for (int attribute : mapper.collections()) {
            if (EntityInternals.get(entity, attribute) instanceof RelatedCollection collection) {
                collection.flushed();
            }
        }
    }

    private void updated(ManagedEntity entity, ScopeJournal scope) {
        if (EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT
                || EntityInternals.context(entity) != unit) {
            return;
        }
        Mapper<?> mapper = unit.model().mapper(entity);
        for (int attribute : mapper.primaryKey()) {
            if (EntityInternals.isChanged(entity, attribute)) {
                Object before = mapper.storedKey(entity);
                unit.identities(mapper, EntityInternals.shard(entity)).remove(before, entity);
                unit.identities(mapper, EntityInternals.shard(entity))
                        .put(Objects.requireNonNull(mapper.key(entity), "key"), entity);
                scope.rekeyed(entity, before);
                break;
            }
        }
        new CascadedKeys(unit, scope).follow(mapper, entity, attribute -> EntityInternals.before(entity, attribute));
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if (!EntityInternals.isChanged(entity, relationship.index())
                    && EntityInternals.isChanged(entity, relationship.local()[0])) {
                EntityInternals.markUnloaded(entity, relationship.index());
            }
        }
        for (int attribute : mapper.collections()) {
            if (EntityInternals.isChanged(entity, attribute)) {
                scope.collected(entity, attribute);
            }
        }
        scope.written(EntityInternals.changes(entity));
        EntityInternals.flushed(entity);
        afterWrite(mapper, entity);
    }

    /** Makes objects deleted whose rows were deleted by a statement, as after a flush. */
    void vanished(List<ManagedEntity> entities, ScopeJournal scope) {
        for (ManagedEntity entity : entities) {
            deleted(entity);
        }
        scope.vanished(entities);
        unit.lifecycle().flushed(List.of(), entities);
    }

    private void deleted(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        unit.identities(mapper, EntityInternals.shard(entity)).remove(mapper.storedKey(entity), entity);
        takeKeyChangesBack(mapper, entity);
        unit.lifecycle().persistentToDeleted(entity);
        EntityInternals.flushed(entity);
    }

    /**
     * Makes a new object transient whose INSERT is undone. Its generated key, and the keys copied from undone objects,
     * are cleared.
     */
    void becomeTransient(ManagedEntity entity, ObjectSet undone) {
        Mapper<?> mapper = unit.model().mapper(entity);
        if (EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT) {
            unit.identities(mapper, EntityInternals.shard(entity)).remove(mapper.storedKey(entity), entity);
        }
        unit.lifecycle().becomeTransient(entity);
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if (EntityInternals.get(entity, relationship.index()) instanceof ManagedEntity parent
                    && undone.contains(parent)) {
                for (int attribute : relationship.local()) {
                    EntityInternals.put(entity, attribute, null);
                    EntityInternals.flushed(entity, attribute);
                }
            }
        }
    }

    /** Clears the key that the database generated. */
    void takeKeyBack(ManagedEntity entity) {
        int generated = unit.model().mapper(entity).generated();
        if (generated >= 0) {
            EntityInternals.put(entity, generated, null);
            EntityInternals.flushed(entity, generated);
        }
    }

    void becomePersistent(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        unit.identities(mapper, EntityInternals.shard(entity)).put(mapper.storedKey(entity), entity);
        unit.lifecycle().deletedToPersistent(entity);
    }

    /** Reverts unflushed changes of an object's key, which is never unloaded because the row is read by it. */
    static void takeKeyChangesBack(Mapper<?> mapper, ManagedEntity entity) {
        for (int attribute : mapper.primaryKey()) {
            if (EntityInternals.isChanged(entity, attribute)) {
                EntityInternals.put(entity, attribute, EntityInternals.before(entity, attribute));
                EntityInternals.flushed(entity, attribute);
            }
        }
    }

    /** Makes an object unknown by the key that its row has. */
    void forgetKey(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        unit.identities(mapper, EntityInternals.shard(entity)).remove(mapper.storedKey(entity), entity);
    }

    void rekey(ManagedEntity entity, Object before) {
        Mapper<?> mapper = unit.model().mapper(entity);
        takeKeyChangesBack(mapper, entity);
        Object now = mapper.key(entity);
        if (now != null) {
            unit.identities(mapper, EntityInternals.shard(entity)).remove(now, entity);
        }
        int[] key = mapper.primaryKey();
        Object[] values = mapper.keyType().values(before);
        for (int i = 0; i < key.length; i++) {
            EntityInternals.put(entity, key[i], values[i]);
        }
        unit.identities(mapper, EntityInternals.shard(entity)).put(before, entity);
    }
}
