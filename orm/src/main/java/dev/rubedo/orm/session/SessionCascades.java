package dev.rubedo.orm.session;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Adds, deletes and detaches objects together with those that their relationships cascade to. Confined to one thread at
 * a time.
 */
final class SessionCascades {

    private final UnitOfWork unit;

    SessionCascades(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * Adds an object and everything that SAVE_UPDATE cascades to. If one of the objects cannot be added, none of them
     * is.
     */
    void add(ManagedEntity root) {
        ObjectSet found = new ObjectSet();
        Map<List<Object>, ManagedEntity> detached = new HashMap<>(0);
        Deque<ManagedEntity> open = new ArrayDeque<>();
        found.add(root);
        requireAttachable(root, detached);
        open.add(root);
        // level by level: rows get their keys in the order in which an application sees the objects
        while (!open.isEmpty()) {
            ManagedEntity entity = open.remove();
            for (RelationshipProperty relationship : unit.model().mapper(entity).storedRelationships()) {
                if (relationship.cascades(Cascade.SAVE_UPDATE)) {
                    for (ManagedEntity target : targets(entity, relationship)) {
                        if (found.add(target)) {
                            requireAttachable(target, detached);
                            open.add(target);
                        }
                    }
                }
            }
        }
        found.all().forEach(this::attach);
    }

    /**
     * Returns the objects that are not in the session yet: the targets of a relationship, and those that were removed
     * from it while its owner was detached.
     */
    private List<ManagedEntity> targets(ManagedEntity entity, RelationshipProperty relationship) {
        List<ManagedEntity> targets = new ArrayList<>();
        for (ManagedEntity target : RelationshipLoader.current(entity, relationship)) {
            if (!isLeftOver(entity, target)
                    && (EntityInternals.context(target) != unit || EntityInternals.isGone(target))) {
                targets.add(target);
            }
        }
        for (ManagedEntity target : removed(entity, relationship)) {
            if (EntityInternals.lifecycle(target) == LifecycleState.DETACHED && !EntityInternals.isGone(target)) {
                targets.add(target);
            }
        }
        return targets;
    }

    private static List<ManagedEntity> removed(ManagedEntity entity, RelationshipProperty relationship) {
        if (!EntityInternals.isTracked(entity) || !EntityInternals.isChanged(entity, relationship.index())) {
            return List.of();
        }
        if (relationship.isToMany()) {
            return EntityInternals.get(entity, relationship.index()) instanceof RelatedCollection collection
                    ? collection.removed()
                    : List.of();
        }
        return EntityInternals.before(entity, relationship.index()) instanceof ManagedEntity before
                ? List.of(before)
                : List.of();
    }

    private void requireAttachable(ManagedEntity entity, Map<List<Object>, ManagedEntity> detached) {
        requireNotElsewhere(entity);
        if (EntityInternals.isGone(entity)) {
            throw deleted(entity);
        }
        if (EntityInternals.lifecycle(entity) == LifecycleState.DETACHED) {
            Mapper<?> mapper = unit.model().mapper(entity);
            Object key = mapper.storedKey(entity);
            ManagedEntity other = unit.identities(mapper, EntityInternals.shard(entity)).get(key);
            if (other == null) {
                other = detached.putIfAbsent(List.of(mapper, key, EntityInternals.shard(entity)), entity);
            }
            if (other != null && other != entity) {
                throw new ObjectStateException(
                        "This session has another object for the row of " + EntityInternals.describe(entity)
                                + ". Use merge(...), which copies to that object.");
            }
        }
    }

    /**
     * Returns whether a deleted object is left over in a relationship that was loaded before. Only new objects must not
     * refer to it.
     */
    private static boolean isLeftOver(ManagedEntity owner, ManagedEntity target) {
        return EntityInternals.isGone(target) && EntityInternals.isTracked(owner);
    }

    void requireNotElsewhere(ManagedEntity entity) {
        if (EntityInternals.context(entity) != null && EntityInternals.context(entity) != unit) {
            throw new ObjectStateException(EntityInternals.describe(entity)
                    + " belongs to another session. Detach it there first, or merge(...) a copy of it here.");
        }
    }

    static ObjectStateException deleted(ManagedEntity entity) {
        return new ObjectStateException(EntityInternals.describe(entity) + (EntityInternals.isTracked(entity)
                && EntityInternals.context(entity) != null
                        ? " was deleted by a flush of this transaction. Roll back to restore it, or"
                        : " was deleted. To store it again,")
                + " call InstanceState.of(object).makeTransient() first, or add a new object.");
    }

    private void attach(ManagedEntity entity) {
        switch (EntityInternals.lifecycle(entity)) {
            case TRANSIENT -> {
                requireWritable(entity, "added");
                unit.lifecycle().attaching(entity);
                if (unit.model().listeners().hasAttributeListeners()) {
                    unit.model().listeners().added(unit.model().mapper(entity), entity);
                }
                unit.pending().add(entity);
                unit.lifecycle().transientToPending(entity);
            }
            case DETACHED -> reattach(entity);
            case PERSISTENT -> unit.pending().keep(entity);
            case PENDING, DELETED -> {}
        }
    }

    private void requireWritable(ManagedEntity entity, String change) {
        if (unit.model().hasReadOnly() && unit.model().mapper(entity).isReadOnly()) {
            throw new ObjectStateException(EntityInternals.describe(entity) + " cannot be " + change
                    + ": its entity is read from a query. Write to the entities that the query reads.");
        }
    }

    private void reattach(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        Object key = mapper.storedKey(entity);
        unit.lifecycle().attaching(entity);
        unit.identities(mapper, EntityInternals.shard(entity)).put(key, entity);
        unit.lifecycle().detachedToPersistent(entity);
        if (EntityInternals.isAnyChanged(entity)) {
            EntityInternals.touch(entity);
        }
    }

    void delete(ManagedEntity entity) {
        requireNotElsewhere(entity);
        if (EntityInternals.lifecycle(entity) == LifecycleState.DETACHED) {
            requireAttachable(entity, new HashMap<>());
            attach(entity);
        }
        if (EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT) {
            throw new ObjectStateException(EntityInternals.describe(entity) + " cannot be deleted: it is "
                    + EntityInternals.lifecycle(entity).name().toLowerCase(Locale.ROOT)
                    + ". Only an object with a row can be deleted. To remove a pending object, call detach(...).");
        }
        requireWritable(entity, "deleted");
        unit.pending().delete(entity);
        attachDependents(entity);
    }

    /**
     * Attaches detached objects that refer to a deleted one. A flush deletes them too, or sets their foreign keys to
     * NULL.
     */
    private void attachDependents(ManagedEntity root) {
        Deque<ManagedEntity> open = new ArrayDeque<>();
        ObjectSet seen = new ObjectSet();
        open.add(root);
        while (!open.isEmpty()) {
            ManagedEntity entity = open.remove();
            for (RelationshipProperty relationship : unit.model().mapper(entity).storedRelationships()) {
                boolean cascades = relationship.cascades(Cascade.DELETE);
                if (!cascades && relationship.kind() != RelationshipProperty.Kind.ONE_TO_MANY) {
                    continue;
                }
                for (ManagedEntity target : RelationshipLoader.current(entity, relationship)) {
                    if (EntityInternals.lifecycle(target) == LifecycleState.DETACHED
                            && !EntityInternals.isGone(target)) {
                        requireAttachable(target, new HashMap<>(0));
                        attach(target);
                    }
                    if (cascades && EntityInternals.context(target) == unit && seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
    }

    void detach(ManagedEntity root) {
        Deque<ManagedEntity> open = new ArrayDeque<>();
        if (EntityInternals.context(root) != unit) {
            throw new ObjectStateException(EntityInternals.describe(root) + " does not belong to this session.");
        }
        open.push(root);
        while (!open.isEmpty()) {
            ManagedEntity entity = open.pop();
            if (EntityInternals.context(entity) != unit) {
                continue;
            }
            for (RelationshipProperty relationship : unit.model().mapper(entity).storedRelationships()) {
                if (relationship.cascades(Cascade.DETACH)) {
                    RelationshipLoader.current(entity, relationship).forEach(open::push);
                }
            }
            letGo(entity);
        }
    }

    private void letGo(ManagedEntity entity) {
        switch (EntityInternals.lifecycle(entity)) {
            case PENDING -> unit.pending().forget(entity);
            case PERSISTENT -> {
                remove(entity);
                unit.lifecycle().persistentToDetached(entity);
            }
            case DELETED -> unit.lifecycle().deletedToDetached(entity);
            case TRANSIENT, DETACHED -> {}
        }
    }

    private void remove(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        unit.identities(mapper, EntityInternals.shard(entity)).remove(mapper.storedKey(entity), entity);
        unit.pending().release(entity);
    }

    /** Removes one object from the session and makes it transient. */
    void makeTransient(ManagedEntity entity) {
        if (EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT) {
            remove(entity);
        } else {
            letGo(entity);
        }
        unit.lifecycle().becomeTransient(entity);
    }
}
