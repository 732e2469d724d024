package dev.rubedo.orm.internal.flush;

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

/** What changed about the relationships of objects, and whose child an object is now. Nothing is loaded. Confined to one thread at a time. */
final class RelationshipChanges {

    private final PendingWork work;
    private final Map<RelationshipProperty, Map<ManagedEntity, List<ManagedEntity>>> newOwners = new IdentityHashMap<>();

    RelationshipChanges(PendingWork work) {
        this.work = work;
    }

    /** Returns what a relationship of an object newly leads to. */
    static List<ManagedEntity> added(ManagedEntity object, RelationshipProperty relationship) {
        if (!relationship.isToMany()) {
            return EntityInternals.isChanged(object, relationship.index())
                    ? RelationshipLoader.current(object, relationship) : List.of();
        }
        return EntityInternals.get(object, relationship.index()) instanceof RelatedCollection collection
                ? collection.added() : List.of();
    }

    /** Returns what a relationship of an object no longer leads to. */
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

    /** Tells whether something that was taken out of a relationship has, or was given, another owner. */
    boolean hasOwner(ManagedEntity child, RelationshipProperty relationship) {
        RelationshipProperty inverse = relationship.inverse();
        if (inverse != null) {
            return !EntityInternals.isUnloaded(child, inverse.index())
                    && EntityInternals.get(child, inverse.index()) != null;
        }
        return isAddedToOther(child, null, relationship);
    }

    /**
     * Tells whether an object that a one-to-many leads to was given to another owner, or to none, without this collection being told: by
     * its own attribute, by its foreign key, or by being added to the collection of another owner.
     */
    boolean leftFor(ManagedEntity child, ManagedEntity owner, RelationshipProperty relationship) {
        RelationshipProperty inverse = relationship.inverse();
        if (inverse != null && EntityInternals.isChanged(child, inverse.index())) {
            return EntityInternals.get(child, inverse.index()) != owner;
        }
        return isKeyOfOther(child, owner, relationship, true)
                || inverse == null && isAddedToOther(child, owner, relationship);
    }

    /** Tells whether the foreign key of an object was written and no longer leads to an owner. */
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
