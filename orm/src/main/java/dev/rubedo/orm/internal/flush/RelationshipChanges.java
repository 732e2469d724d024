package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes to the relationships of objects, and the current owners of objects. Nothing is loaded. Confined to one
 * thread at a time.
 */
final class RelationshipChanges {

    private final PendingWork work;
    private final Map<RelationshipProperty, Map<ManagedEntity, List<ManagedEntity>>> newOwners = new IdentityHashMap<>();

    RelationshipChanges(PendingWork work) {
        this.work = work;
    }

    /** Returns the objects that were added to a relationship of an object. */
    static List<ManagedEntity> added(ManagedEntity object, RelationshipProperty relationship) {
        if (!relationship.isToMany()) {
            return EntityInternals.isChanged(object, relationship.index())
                    ? RelationshipLoader.current(object, relationship) : List.of();
        }
        return EntityInternals.get(object, relationship.index()) instanceof RelatedCollection collection
                ? collection.added() : List.of();
    }

    /** Returns the objects that were removed from a relationship of an object. */
    static List<ManagedEntity> removed(ManagedEntity object, RelationshipProperty relationship) {
        if (!relationship.isToMany()) {
            @Nullable Object before = EntityInternals.isTracked(object)
                    && EntityInternals.isChanged(object, relationship.index())
                            ? EntityInternals.before(object, relationship.index())
                            : EntityContext.UNKNOWN;
            return before instanceof ManagedEntity one ? List.of(one) : List.of();
        }
        return EntityInternals.get(object, relationship.index()) instanceof RelatedCollection collection
                ? collection.removed() : List.of();
    }

    /** Returns whether an object that was removed from a relationship has another owner. */
    boolean hasOwner(ManagedEntity child, RelationshipProperty relationship) {
        RelationshipProperty inverse = relationship.inverse();
        if (inverse != null && inverse.isToMany()) {
            return !RelationshipLoader.current(child, inverse).isEmpty() || isAddedToOther(child, null, relationship);
        }
        if (inverse != null) {
            return !EntityInternals.isUnloaded(child, inverse.index())
                    && EntityInternals.get(child, inverse.index()) != null;
        }
        return isAddedToOther(child, null, relationship);
    }

    /**
     * Returns whether a target of a one-to-many was moved to another owner, or to none, without updating this collection:
     * by its own attribute, by its foreign key, or by the collection of another owner.
     */
    boolean leftFor(ManagedEntity child, ManagedEntity owner, RelationshipProperty relationship) {
        RelationshipProperty inverse = relationship.inverse();
        if (inverse != null && EntityInternals.isChanged(child, inverse.index())) {
            return EntityInternals.get(child, inverse.index()) != owner;
        }
        return isKeyOfOther(child, owner, relationship, true)
                || inverse == null && isAddedToOther(child, owner, relationship);
    }

    /** Returns whether the foreign key of an object was changed and no longer refers to an owner. */
    boolean isKeyOfOther(ManagedEntity child, ManagedEntity owner, RelationshipProperty relationship,
            boolean orOfNone) {
        int[] foreignKey = relationship.remote();
        for (int i = 0; i < foreignKey.length; i++) {
            if (EntityInternals.isTracked(child) && EntityInternals.isChanged(child, foreignKey[i])) {
                Object now = EntityInternals.get(child, foreignKey[i]);
                if (now == null ? orOfNone
                        : !KeyType.isSame(now, EntityInternals.before(owner, relationship.local()[i]))) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Checks that the targets that were added to a relationship of single parents have no other owner.
     *
     * @throws FlushException if one was added to another owner too, or is known to have one
     */
    void requireSingleParents(ManagedEntity owner, RelationshipProperty relationship) {
        RelationshipProperty inverse = relationship.inverse();
        for (ManagedEntity child : added(owner, relationship)) {
            boolean hasOther = isAddedToOther(child, owner, relationship) || inverse != null && inverse.isToMany()
                    && RelationshipLoader.current(child, inverse).stream().anyMatch(other -> other != owner);
            if (hasOther) {
                throw new FlushException(EntityInternals.describe(child) + " would have several parents through \""
                        + relationship + "\", which is mapped as singleParent. Remove it from one of them first.");
            }
        }
    }

    private boolean isAddedToOther(ManagedEntity child, @Nullable ManagedEntity than,
            RelationshipProperty relationship) {
        for (ManagedEntity owner : newOwners.computeIfAbsent(relationship, this::newOwners).getOrDefault(child,
                List.of())) {
            if (owner != than && !work.isDeleting(owner)) {
                return true;
            }
        }
        return false;
    }

    private Map<ManagedEntity, List<ManagedEntity>> newOwners(RelationshipProperty relationship) {
        Map<ManagedEntity, List<ManagedEntity>> owners = new IdentityHashMap<>();
        List<ManagedEntity> candidates = new ArrayList<>(work.changed());
        candidates.addAll(work.added());
        for (ManagedEntity owner : candidates) {
            if (work.model().mapper(owner).isA(relationship.owner())) {
                for (ManagedEntity child : added(owner, relationship)) {
                    owners.computeIfAbsent(child, any -> new ArrayList<>(1)).add(owner);
                }
            }
        }
        return owners;
    }
}
