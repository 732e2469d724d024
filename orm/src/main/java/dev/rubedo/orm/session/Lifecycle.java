package dev.rubedo.orm.session;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.ModelListeners;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;

/**
 * The states of a session's objects: the only class that moves an object from one {@link LifecycleState} to another,
 * and so the place where listeners are told. Each method is one transition and is called when whatever belongs to it
 * (identity map, pending work) is in place. An architecture test keeps other classes from moving objects. Confined to
 * one thread at a time.
 */
final class Lifecycle {

    /** The method of a listener for a transition. */
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

    /** An object without or with a row is about to come into the session. */
    void attaching(ManagedEntity entity) {
        tell(entity, SessionListener::beforeAttach);
    }

    /** A new object waits for its INSERT. */
    void transientToPending(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PENDING, unit);
        tell(entity, SessionListener::afterAttach);
        tell(entity, SessionListener::transientToPending);
    }

    /** A new object is not inserted after all. */
    void pendingToTransient(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.TRANSIENT, null);
        tell(entity, SessionListener::pendingToTransient);
    }

    /** A flush inserted the row of a new object. */
    void pendingToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
    }

    /** An object with a row was attached again. */
    void detachedToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
        tell(entity, SessionListener::afterAttach);
        tell(entity, SessionListener::detachedToPersistent);
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
        ModelListeners listeners = unit.model().listeners();
        if (listeners.hasMapperListeners()) {
            Mapper<?> mapper = unit.model().mapper(entity);
            listeners.fire(mapper, listener -> listener.load(entity));
        }
        tell(entity, SessionListener::loadedAsPersistent);
    }

    /** A flush or a statement deleted the row of an object. */
    void persistentToDeleted(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DELETED, unit);
    }

    /** The deletion of an object's row was rolled back. */
    void deletedToPersistent(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.PERSISTENT, unit);
        tell(entity, SessionListener::deletedToPersistent);
    }

    /** The deletion of an object's row was committed, or its object was detached before. */
    void deletedToDetached(ManagedEntity entity) {
        EntityInternals.detachDeleted(entity);
        tell(entity, SessionListener::deletedToDetached);
    }

    /** The deletion of a row was rolled back whose object had left the session before. */
    void deletionUndone(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DETACHED, null);
    }

    /** An object with a row left the session. */
    void persistentToDetached(ManagedEntity entity) {
        EntityInternals.move(entity, LifecycleState.DETACHED, null);
        tell(entity, SessionListener::persistentToDetached);
    }

    /** An object counts as never stored: its INSERT was rolled back, or the program asked for it. */
    void becomeTransient(ManagedEntity entity) {
        LifecycleState before = EntityInternals.lifecycle(entity);
        EntityInternals.becomeTransient(entity);
        switch (before) {
            case PERSISTENT -> tell(entity, SessionListener::persistentToTransient);
            case PENDING -> tell(entity, SessionListener::pendingToTransient);
            case TRANSIENT, DELETED, DETACHED -> {}
        }
    }

    /** A flush is over: its objects have all their new states, and listeners may look at any of them. */
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
