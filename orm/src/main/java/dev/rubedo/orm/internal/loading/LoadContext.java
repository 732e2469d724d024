package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.ManagedEntity;

/** What loading needs of a session. Confined to one thread at a time. */
public interface LoadContext extends EntityContext {

    /** Returns the model. */
    Model model();

    /** Returns the objects that the session knows of an entity and of all that share its identity. */
    IdentityMap identities(Mapper<?> mapper);

    /**
     * Makes an object persistent that was just made from a row.
     *
     * @param unloaded the bits of the attributes below 64 that were not read
     * @param unloadedBeyond the other attributes that were not read
     */
    void loaded(ManagedEntity entity, long unloaded, int[] unloadedBeyond);

    /** Is told that columns of an object were read again, or for the first time after it was made. */
    void refreshed(ManagedEntity entity, int[] attributes);

    /** Returns the connection; begins the transaction if there is none. */
    Connection connection();

    /** Returns what is planned and compiled already. */
    PlanCache plans();

    /** What other rows say of an object was read: a collection, or a one-to-one whose foreign key is on the other side. */
    void relationshipRead(ManagedEntity owner);

    /** Writes pending changes first, unless that is switched off or going on. */
    void autoflush(RelationshipProperty relationship);
}
