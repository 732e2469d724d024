package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a session has collected for a flush, and what the planner may ask of it. Confined to one thread at a time. */
public interface PendingWork {

    /** Returns the model. */
    Model model();

    /** Returns the objects to be inserted, in the order in which they were added. */
    Collection<ManagedEntity> added();

    /** Returns the persistent objects that were written to. */
    Collection<ManagedEntity> changed();

    /** Returns the persistent objects to be deleted. */
    Collection<ManagedEntity> deleted();

    /** Tells whether an object is pending or persistent in this session. */
    boolean contains(ManagedEntity object);

    /** Returns the persistent object with this key, as the identity map knows it, or null. */
    @Nullable
    ManagedEntity find(Mapper<?> mapper, Object key);

    /** Tells whether an object is to be deleted. */
    boolean isDeleting(ManagedEntity object);

    /** Marks an object as to be deleted by this flush, because something else is or it lost its owner. */
    void deleting(ManagedEntity object);

    /** Forgets a new object that lost its parent before it was inserted. */
    void forget(ManagedEntity object);

    /** Loads what a relationship leads to, for all these objects at once. */
    void load(List<ManagedEntity> owners, RelationshipProperty relationship);

    /** Learns what these attributes were of objects of one entity that wrote them without reading them. */
    void readBefore(Mapper<?> mapper, List<ManagedEntity> objects, int[] attributes);

    /** Says that an object was left out because it is in no session. */
    void notInSession(RelationshipProperty relationship, ManagedEntity object);
}
