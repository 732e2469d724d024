package dev.rubedo.orm.session;

import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;

/**
 * The states of a session's objects: the only class that moves an object from one {@link LifecycleState} to another. Each method is one
 * transition and is called after whatever belongs to it (identity map, pending work) is in place. An architecture test keeps other classes from
 * moving objects. Confined to one thread at a time.
 */
final class Lifecycle {

    private final UnitOfWork unit;

    Lifecycle(UnitOfWork unit) {
        this.unit = unit;
    }

    /** A new object waits for its INSERT. */
    void transientToPending(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PENDING, unit);
    }

    /** A new object is not inserted after all. */
    void pendingToTransient(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.TRANSIENT, null);
    }

    /** A flush inserted the row of a new object. */
    void pendingToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
    }

    /** An object with a row was attached again. */
    void detachedToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
    }

    /**
     * An object was made from a row.
     *
     * @param unloaded the bits of the attributes below 64 that were not read
     * @param unloadedBeyond the other attributes that were not read
     */
    void loadedAsPersistent(ManagedEntity entity, long unloaded, int[] unloadedBeyond) {
        EntityInternals.loaded(entity, unit, unloaded);
        for (int attribute : unloadedBeyond) {
            EntityInternals.markUnloaded(entity, attribute);
        }
    }

    /** A flush or a statement deleted the row of an object. */
    void persistentToDeleted(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DELETED, unit);
    }

    /** The deletion of an object's row was rolled back. */
    void deletedToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
    }

    /** The deletion of an object's row was committed, or its object was detached before. */
    void deletedToDetached(ManagedEntity entity) {
        EntityInternals.detachDeleted(entity);
    }

    /** The deletion of a row was rolled back whose object had left the session before. */
    void deletionUndone(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DETACHED, null);
    }

    /** An object with a row left the session. */
    void persistentToDetached(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DETACHED, null);
    }

    /** An object counts as never stored: its INSERT was rolled back, or the program asked for it. */
    void becomeTransient(ManagedEntity entity) {
        EntityInternals.becomeTransient(entity);
    }
}
