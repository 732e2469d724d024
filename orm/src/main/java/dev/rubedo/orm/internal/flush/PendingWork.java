package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pending work of a session, as the flush planner sees it. Confined to one thread at a time. */
public interface PendingWork {

    /** Returns the model. */
    Model model();

    /** Returns the objects to be inserted, in the order in which they were added. */
    Collection<ManagedEntity> added();

    /** Returns the persistent objects that were changed. */
    Collection<ManagedEntity> changed();

    /** Returns the persistent objects to be deleted. */
    Collection<ManagedEntity> deleted();

    /** Returns whether an object is pending or persistent in this session. */
    boolean contains(ManagedEntity object);

    /** Returns the persistent object with this key, in the form that the identity map uses, or null. */
    @Nullable
    ManagedEntity find(Mapper<?> mapper, Object key);

    /** Returns whether an object is to be deleted. */
    boolean isDeleting(ManagedEntity object);

    /** Marks an object to be deleted by this flush, by cascade or as an orphan. */
    void deleting(ManagedEntity object);

    /** Discards a pending object that lost its parent. */
    void forget(ManagedEntity object);

    /** Loads a relationship for all these objects at once. */
    void load(List<ManagedEntity> owners, RelationshipProperty relationship);

    /** Asks the database whether the row of an object refers to an owner by a one-to-many. */
    boolean refers(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity item);

    /** Reads the old values of attributes that were changed while they were not loaded, for objects of one entity. */
    void readBefore(Mapper<?> mapper, List<ManagedEntity> objects, int[] attributes);

    /** Reports an object that is skipped because it belongs to no session, and the object that leads to it. */
    void notInSession(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity object);
}
