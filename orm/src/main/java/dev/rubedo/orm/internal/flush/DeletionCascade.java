package dev.rubedo.orm.internal.flush;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.PassiveDeletes;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the other objects that are deleted: orphans, and those that DELETE cascades to. An object that was moved to
 * another owner in the same flush is kept. Relationships that must be known are loaded for all objects at once. Used
 * for one flush. Confined to one thread at a time.
 */
final class DeletionCascade {

    private final PendingWork work;
    private final RelationshipChanges changes;

    DeletionCascade(PendingWork work, RelationshipChanges changes) {
        this.work = work;
        this.changes = changes;
    }

    /** Deletes the objects removed from a relationship that owns its targets, or discards them if they are pending. */
    void orphans(ManagedEntity object) {
        for (RelationshipProperty relationship : work.model().mapper(object).storedRelationships()) {
            if (!relationship.cascades(Cascade.DELETE_ORPHAN)
                    || !EntityInternals.isChanged(object, relationship.index())) {
                continue;
            }
            for (ManagedEntity child : RelationshipChanges.removed(object, relationship)) {
                if (changes.hasOwner(child, relationship)) {
                    continue;
                }
                switch (EntityInternals.lifecycle(child)) {
                    case PERSISTENT -> work.deleting(child);
                    case PENDING -> work.forget(child);
                    case TRANSIENT, DELETED, DETACHED -> {}
                }
            }
        }
        if (EntityInternals.lifecycle(object) == LifecycleState.PERSISTENT && isOrphan(object)) {
            work.deleting(object);
        }
    }

    /** Returns whether an object lost a required owner, whose collection may not have been updated. */
    private boolean isOrphan(ManagedEntity child) {
        for (RelationshipProperty relationship : work.model().mapper(child).manyToOnes()) {
            RelationshipProperty inverse = relationship.inverse();
            if (inverse != null && inverse.cascades(Cascade.DELETE_ORPHAN)
                    && EntityInternals.isChanged(child, relationship.index())
                    && EntityInternals.get(child, relationship.index()) == null
                    && hadOwner(child, relationship.local())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hadOwner(ManagedEntity child, int[] foreignKey) {
        for (int attribute : foreignKey) {
            if (EntityInternals.isUnloaded(child, attribute)) {
                EntityInternals.load(child, attribute);
            }
        }
        return RowConflicts.stored(child, foreignKey) != null;
    }

    /** Returns all objects to be deleted, directly or by cascade. Executes one statement per relationship and level. */
    List<ManagedEntity> deletions() {
        List<ManagedEntity> all = new ArrayList<>();
        List<ManagedEntity> level = List.copyOf(work.deleted());
        Set<ManagedEntity> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!level.isEmpty()) {
            List<ManagedEntity> next = new ArrayList<>();
            all.addAll(level);
            seen.addAll(level);
            byMapper(level).forEach((mapper, objects) -> {
                for (RelationshipProperty relationship : mapper.storedRelationships()) {
                    if (relationship.cascades(Cascade.DELETE)) {
                        if (relationship.definition().passiveDeletes() == PassiveDeletes.NONE) {
                            work.load(objects, relationship);
                        }
                        for (ManagedEntity object : objects) {
                            passOn(object, relationship, seen, next);
                        }
                    }
                }
            });
            level = next;
        }
        return all;
    }

    private void passOn(ManagedEntity object, RelationshipProperty relationship, Set<ManagedEntity> seen,
            List<ManagedEntity> next) {
        List<ManagedEntity> children = owned(object, relationship);
        if (relationship.cascades(Cascade.DELETE_ORPHAN)) {
            children.addAll(takenOut(object, relationship));
        }
        for (ManagedEntity child : children) {
            switch (EntityInternals.lifecycle(child)) {
                case PERSISTENT -> {
                    if (work.contains(child) && seen.add(child)) {
                        work.deleting(child);
                        next.add(child);
                    }
                }
                case PENDING -> work.forget(child);
                case TRANSIENT, DELETED, DETACHED -> {}
            }
        }
    }

    /** Returns the targets of a relationship, without those that were moved to another owner. */
    private List<ManagedEntity> owned(ManagedEntity object, RelationshipProperty relationship) {
        List<ManagedEntity> owned = new ArrayList<>();
        Set<ManagedEntity> added = Collections.newSetFromMap(new IdentityHashMap<>());
        added.addAll(RelationshipChanges.added(object, relationship));
        for (ManagedEntity child : RelationshipLoader.current(object, relationship)) {
            if (relationship.kind() != Kind.ONE_TO_MANY || !changes.leftFor(child, object, relationship)
                    && (added.contains(child) || isStillReferring(child, object, relationship))) {
                owned.add(child);
            }
        }
        return owned;
    }

    /** Returns the objects that were removed from a relationship and have no other owner. */
    private List<ManagedEntity> takenOut(ManagedEntity object, RelationshipProperty relationship) {
        List<ManagedEntity> taken = new ArrayList<>();
        for (ManagedEntity child : RelationshipChanges.removed(object, relationship)) {
            boolean given = changes.hasOwner(child, relationship)
                    || relationship.kind() == Kind.ONE_TO_MANY
                            && changes.isKeyOfOther(child, object, relationship, false);
            if (!given && EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT) {
                taken.add(child);
            }
        }
        return taken;
    }

    /** Returns the objects whose foreign key refers to a deleted object, whether or not they are deleted themselves. */
    List<ManagedEntity> referring(ManagedEntity object, RelationshipProperty relationship) {
        List<ManagedEntity> referring = owned(object, relationship);
        referring.addAll(takenOut(object, relationship));
        return referring;
    }

    /**
     * Returns whether a child in a collection still refers to its owner. An earlier flush may have moved it by its
     * foreign key, without updating the collection. Only the database knows whether another spelling of the key is the
     * same.
     */
    private boolean isStillReferring(ManagedEntity child, ManagedEntity owner, RelationshipProperty relationship) {
        return !EntityInternals.isTracked(child) || RelationshipLoader.mayReferExactly(owner, relationship, child)
                || RelationshipLoader.mayRefer(owner, relationship, child) && work.refers(owner, relationship, child);
    }

    Map<Mapper<?>, List<ManagedEntity>> byMapper(List<ManagedEntity> objects) {
        Map<Mapper<?>, List<ManagedEntity>> groups = new LinkedHashMap<>();
        for (ManagedEntity object : objects) {
            groups.computeIfAbsent(work.model().mapper(object), any -> new ArrayList<>()).add(object);
        }
        return groups;
    }
}
