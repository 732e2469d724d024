package dev.rubedo.orm.internal.flush;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.ModelListeners;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Calls the listeners of entities before and after a flush, once per object. Used for one flush. Confined to one thread
 * at a time.
 */
public final class FlushEvents {

    private static final int ROUNDS = 100;

    private final Model model;
    private final ModelListeners listeners;
    private final Function<ManagedEntity, Connection> connection;
    private final Set<ManagedEntity> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<ManagedEntity> updates = new ArrayList<>();
    private int rounds;

    /**
     * Creates the events of one flush.
     *
     * @param connection returns the connection to the database of an object's row when a listener is called
     */
    public FlushEvents(Model model, Function<ManagedEntity, Connection> connection) {
        this.model = model;
        this.listeners = model.listeners();
        this.connection = connection;
    }

    /**
     * Calls the {@code before} methods for pending objects for which they were not called yet.
     *
     * @return whether any was called, so that more objects may be pending now
     */
    boolean before(Collection<ManagedEntity> added, Collection<ManagedEntity> changed,
            Collection<ManagedEntity> deleted,
            PendingWork work) {
        if (!listeners.hasMapperListeners()) {
            return false;
        }
        if (++rounds > ROUNDS) {
            throw new FlushException("Listeners that run before a flush have made new changes " + ROUNDS
                    + " times in a row. Check that they stop adding objects.");
        }
        int before = told.size();
        for (ManagedEntity object : List.copyOf(added)) {
            tell(object, (listener, entity) -> listener.beforeInsert(entity, connection.apply(object)));
        }
        beforeUpdates(changed.stream().filter(object -> !work.isDeleting(object)).toList());
        for (ManagedEntity object : List.copyOf(deleted)) {
            tell(object, (listener, entity) -> listener.beforeDelete(entity, connection.apply(object)));
        }
        return told.size() > before;
    }

    /** Calls {@code beforeUpdate} for persistent objects for which it was not called yet. */
    void beforeUpdates(Collection<ManagedEntity> changed) {
        if (!listeners.hasMapperListeners()) {
            return;
        }
        for (ManagedEntity object : List.copyOf(changed)) {
            if (EntityInternals.lifecycle(object) == LifecycleState.PERSISTENT && EntityInternals.isAnyChanged(object)
                    && tell(object, (listener, entity) -> listener.beforeUpdate(entity, connection.apply(object)))) {
                updates.add(object);
            }
        }
    }

    private boolean tell(ManagedEntity object, BiConsumer<MapperListener<Object>, ManagedEntity> call) {
        Mapper<?> mapper = model.mapper(object);
        if (!listeners.listensTo(mapper) || !told.add(object)) {
            return false;
        }
        listeners.fire(mapper, listener -> call.accept(listener, object));
        return true;
    }

    /** Calls the {@code after} methods for the objects of an executed plan. */
    public void after(FlushPlan plan) {
        if (!listeners.hasMapperListeners()) {
            return;
        }
        for (ManagedEntity object : plan.inserted()) {
            listeners.fire(model.mapper(object), listener -> listener.afterInsert(object, connection.apply(object)));
        }
        for (ManagedEntity object : updates) {
            listeners.fire(model.mapper(object), listener -> listener.afterUpdate(object, connection.apply(object)));
        }
        for (ManagedEntity object : plan.deleted()) {
            listeners.fire(model.mapper(object), listener -> listener.afterDelete(object, connection.apply(object)));
        }
    }
}
