package dev.rubedo.orm.session;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.loading.RelationshipLoader;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Adds, deletes and detaches objects, with those that their relationships cascade to. Confined to one thread at a time. */
final class SessionCascades {

    private final UnitOfWork unit;

    SessionCascades(UnitOfWork unit) {
        this.unit = unit;
    }

    void add(ManagedEntity root) {
        Deque<ManagedEntity> open = new ArrayDeque<>();
        attach(root);
        open.push(root);
        while (!open.isEmpty()) {
            ManagedEntity entity = open.pop();
            for (RelationshipProperty relationship : unit.model().mapper(entity).relationships()) {
                if (!relationship.cascades(Cascade.SAVE_UPDATE)) {
                    continue;
                }
                for (ManagedEntity target : RelationshipLoader.current(entity, relationship)) {
                    if (isLeftOver(entity, target)) {
                        continue;
                    }
                    if (EntityInternals.context(target) != unit || EntityInternals.isGone(target)) {
                        attach(target);
                        open.push(target);
                    }
                }
            }
        }
    }

    /** A deleted object may still stand in what was loaded before: only who is new must not lead to it. */
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
                        ? " was deleted by a flush of this transaction. Roll back to have it again, or"
                        : " was deleted. To store it again,")
                + " call InstanceState.of(object).makeTransient() first, or add a new object.");
    }

    private void attach(ManagedEntity entity) {
        requireNotElsewhere(entity);
        if (EntityInternals.isGone(entity)) {
            throw deleted(entity);
        }
        switch (EntityInternals.lifecycle(entity)) {
            case TRANSIENT -> {
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

    private void reattach(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        Object key = mapper.storedKey(entity);
        ManagedEntity other = unit.identities(mapper).get(key);
        if (other != null && other != entity) {
            throw new ObjectStateException(
                    "This session has another object for the row of " + EntityInternals.describe(entity)
                            + " already. Use merge(...), which copies onto that one.");
        }
        unit.lifecycle().attaching(entity);
        unit.identities(mapper).put(key, entity);
        unit.lifecycle().detachedToPersistent(entity);
        if (EntityInternals.isAnyChanged(entity)) {
            EntityInternals.touch(entity);
        }
    }

    void delete(ManagedEntity entity) {
        requireNotElsewhere(entity);
        if (EntityInternals.lifecycle(entity) == LifecycleState.DETACHED) {
            attach(entity);
        }
        if (EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT) {
            throw new ObjectStateException(EntityInternals.describe(entity) + " cannot be deleted: it is "
                    + EntityInternals.lifecycle(entity).name().toLowerCase(Locale.ROOT)
                    + ". Only an object with a row can be; a pending one is let go by detach(...).");
        }
        unit.pending().delete(entity);
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
            for (RelationshipProperty relationship : unit.model().mapper(entity).relationships()) {
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
        unit.identities(mapper).remove(mapper.storedKey(entity), entity);
        unit.pending().release(entity);
    }

    /** Lets go of one object, which counts as never stored from then on. */
    void makeTransient(ManagedEntity entity) {
        if (EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT) {
            remove(entity);
        } else {
            letGo(entity);
        }
        unit.lifecycle().becomeTransient(entity);
    }
}
