package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.ManagedEntity;

/** A session as loaders see it. Confined to one thread at a time. */
public interface LoadContext extends EntityContext {

    /** Returns the model. */
    Model model();

    /** Returns the session's objects of an entity and of all entities that share its identity. */
    IdentityMap identities(Mapper<?> mapper);

    /**
     * Makes an object persistent that was just created from a row.
     *
     * @param unloaded the bits of the attributes below 64 that were not read
     * @param unloadedBeyond the other attributes that were not read
     */
    void loaded(ManagedEntity entity, long unloaded, int[] unloadedBeyond);

    /** Called when columns of an object were reloaded, or loaded for the first time after it was created. */
    void refreshed(ManagedEntity entity, int[] attributes);

    /** Returns the connection. Begins a transaction if none is open. */
    Connection connection();

    /** Returns the cache of planned and compiled statements. */
    PlanCache plans();

    /** Called when a collection or inverse one-to-one of an object was loaded. */
    void relationshipRead(ManagedEntity owner);

    /** Flushes pending changes, unless autoflush is off or a flush is running. */
    void autoflush(RelationshipProperty relationship);
}
