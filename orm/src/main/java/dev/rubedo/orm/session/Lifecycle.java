package dev.rubedo.orm.session;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.ModelListeners;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;

/**
 * The lifecycle transitions of a session's objects. This is the only class that moves an object from one {@link
 * LifecycleState} to another, and therefore the one that calls listeners. Each method is one transition and is called
 * after the related state (identity map, pending work) was updated. An architecture test prevents other classes from
 * moving objects. Confined to one thread at a time.
 */
final class Lifecycle {

    /** The listener method for a transition. */
    @FunctionalInterface
    private interface Transition {
        void tell(SessionListener listener, Session session, Object entity);
    }

    private final UnitOfWork unit;
    private final SessionEvents events;

    Lifecycle(UnitOfWork unit, SessionEvents events) {
        this.unit = unit;
        this.events = events;
    }

    private void tell(ManagedEntity entity, Transition transition) {
        if (!events.isEmpty()) {
            events.fire((listener, session) -> transition.tell(listener, session, entity));
        }
    }

    /** Called before an object, with or without a row, is attached to the session. */
    void attaching(ManagedEntity entity) {
        tell(entity, SessionListener::beforeAttach);
    }

    /** Makes a new object pending. */
    void transientToPending(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PENDING, unit);
        tell(entity, SessionListener::afterAttach);
        tell(entity, SessionListener::transientToPending);
    }

    /** Makes a pending object transient, because it will not be inserted. */
    void pendingToTransient(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.TRANSIENT, null);
        tell(entity, SessionListener::pendingToTransient);
    }

    /** Makes a pending object persistent after a flush inserted its row. */
    void pendingToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
    }

    /** Makes a detached object persistent after it was attached again. */
    void detachedToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
        tell(entity, SessionListener::afterAttach);
        tell(entity, SessionListener::detachedToPersistent);
    }

    /**
     * Makes an object persistent that was created from a row.
     *
     * @param unloaded the bits of the attributes below 64 that were not read
     * @param unloadedBeyond the other attributes that were not read
     */
    void loadedAsPersistent(ManagedEntity entity, long unloaded, int[] unloadedBeyond) {
        EntityInternals.loaded(entity, unit, unloaded);
        for (int attribute : unloadedBeyond) {
            EntityInternals.markUnloaded(entity, attribute);
        }
        ModelListeners listeners = unit.model().listeners();
        if (listeners.hasMapperListeners()) {
            Mapper<?> mapper = unit.model().mapper(entity);
            listeners.fire(mapper, listener -> listener.load(entity));
        }
        tell(entity, SessionListener::loadedAsPersistent);
    }

    /** Makes an object deleted after a flush or a statement deleted its row. */
    void persistentToDeleted(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DELETED, unit);
    }

    /** Makes a deleted object persistent after the deletion of its row was rolled back. */
    void deletedToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
        tell(entity, SessionListener::deletedToPersistent);
    }

    /** Detaches a deleted object, after the commit or before. */
    void deletedToDetached(ManagedEntity entity) {
        EntityInternals.detachDeleted(entity);
        tell(entity, SessionListener::deletedToDetached);
    }

    /** Records that a deletion was rolled back whose object had already left the session. */
    void deletionUndone(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DETACHED, null);
    }

    /** Detaches a persistent object. */
    void persistentToDetached(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DETACHED, null);
        tell(entity, SessionListener::persistentToDetached);
    }

    /** Makes an object transient, because its INSERT was rolled back or the application requested it. */
    void becomeTransient(ManagedEntity entity) {
        LifecycleState before = EntityInternals.lifecycle(entity);
        EntityInternals.becomeTransient(entity);
        switch (before) {
            case PERSISTENT -> tell(entity, SessionListener::persistentToTransient);
            case PENDING -> tell(entity, SessionListener::pendingToTransient);
            case TRANSIENT, DELETED, DETACHED -> {}
        }
    }

    /** Calls the listeners after a flush, when all of its objects have their new states. */
    void flushed(Iterable<ManagedEntity> inserted, Iterable<ManagedEntity> deleted) {
        if (events.isEmpty()) {
            return;
        }
        for (ManagedEntity entity : inserted) {
            tell(entity, SessionListener::pendingToPersistent);
        }
        for (ManagedEntity entity : deleted) {
            tell(entity, SessionListener::persistentToDeleted);
        }
    }
}
