package dev.rubedo.orm.flush;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.loading.RelationshipLoader;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a session collected into a {@link FlushPlan}: finds orphans, passes deletion on, sets foreign keys that are known and marks
 * those that will be, then lets {@link FlushOrder} order it. The rules are SQLAlchemy's (orm/unitofwork.py, orm/dependency.py), except that
 * what deletion needs to know is loaded for all objects at once. Used for one flush. Confined to one thread at a time.
 */
public final class FlushPlanner {

    private final PendingWork work;
    private final List<ManagedEntity> inserts = new ArrayList<>();
    private final List<ManagedEntity> changed = new ArrayList<>();
    private final Set<ManagedEntity> changedSet = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<RelationshipProperty> changedRelationships = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<RelationshipProperty, LinkChanges> links = new LinkedHashMap<>();
    private final Map<ManagedEntity, List<Parent>> parents = new IdentityHashMap<>();

    /**
     * The owner of a collection that has no attribute on the other side. Immutable.
     *
     * @param relationship the collection
     * @param owner the object that has it
     */
    record Parent(RelationshipProperty relationship, ManagedEntity owner) {}

    /** The rows of a table between that come and go. Confined to one thread at a time. */
    static final class LinkChanges {
        final Set<FlushAction.Pair> added = new java.util.LinkedHashSet<>();
        final Set<FlushAction.Pair> removed = new java.util.LinkedHashSet<>();
    }

    /** Makes a planner for what this session collected. */
    public FlushPlanner(PendingWork work) {
        this.work = work;
    }

    /** Returns the plan. Objects are only changed where a foreign key is already known. */
    public FlushPlan plan() {
        List<ManagedEntity> dirty = List.copyOf(work.changed());
        for (ManagedEntity object : dirty) {
            orphans(object);
        }
        List<ManagedEntity> deletes = passOnDeletion();
        for (ManagedEntity object : dirty) {
            if (EntityInternals.lifecycle(object) == LifecycleState.PERSISTENT && !work.isDeleting(object)) {
                change(object);
            }
        }
        leaveChildren(deletes);
        inserts.addAll(work.added());
        for (ManagedEntity object : inserts) {
            synchronize(object, true);
        }
        for (int i = 0; i < changed.size(); i++) {
            synchronize(changed.get(i), false);
        }
        RequiredAttributes.check(work.model(), inserts, parents.keySet());
        List<ManagedEntity> updates = new ArrayList<>();
        for (ManagedEntity object : changed) {
            if (hasColumnChanges(object)) {
                updates.add(object);
            }
        }
        FlushOrder order = new FlushOrder(work.model(), inserts, updates, deletes, changedRelationships, links,
                parents);
        return new FlushPlan(order.actions(), inserts, changed, deletes, parents);
    }

    private void change(ManagedEntity object) {
        if (changedSet.add(object)) {
            changed.add(object);
        }
    }

    private boolean hasColumnChanges(ManagedEntity object) {
        Mapper<?> mapper = work.model().mapper(object);
        if (mapper.definition().attributes().size() <= 64) {
            return (EntityInternals.changedBits(object) & mapper.columnBits()) != 0;
        }
        for (int attribute : mapper.columnAttributes()) {
            if (EntityInternals.isChanged(object, attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Deletes or forgets what was taken out of a relationship that owns its targets. */
    private void orphans(ManagedEntity object) {
        for (RelationshipProperty relationship : work.model().mapper(object).relationships()) {
            if (!relationship.cascades(Cascade.DELETE_ORPHAN)
                    || !EntityInternals.isChanged(object, relationship.index())) {
                continue;
            }
            for (ManagedEntity child : removed(object, relationship)) {
                if (hasParent(child, relationship)) {
                    continue;
                }
                switch (EntityInternals.lifecycle(child)) {
                    case PERSISTENT -> work.deleting(child);
                    case PENDING -> work.forget(child);
                    case TRANSIENT, DELETED, DETACHED -> {}
                }
            }
        }
    }

    private boolean hasParent(ManagedEntity child, RelationshipProperty relationship) {
        RelationshipProperty inverse = relationship.inverse();
        if (inverse != null) {
            return !EntityInternals.isUnloaded(child, inverse.index())
                    && EntityInternals.get(child, inverse.index()) != null;
        }
        for (ManagedEntity other : work.changed()) {
            if (work.model().mapper(other) == relationship.owner() && added(other, relationship).contains(child)) {
                return true;
            }
        }
        for (ManagedEntity other : work.added()) {
            if (work.model().mapper(other) == relationship.owner() && added(other, relationship).contains(child)) {
                return true;
            }
        }
        return false;
    }

    /** Finds all that is deleted because something else is, one statement per relationship and level. */
    private List<ManagedEntity> passOnDeletion() {
        List<ManagedEntity> all = new ArrayList<>();
        List<ManagedEntity> level = List.copyOf(work.deleted());
        Set<ManagedEntity> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!level.isEmpty()) {
            List<ManagedEntity> next = new ArrayList<>();
            all.addAll(level);
            seen.addAll(level);
            byMapper(level).forEach((mapper, objects) -> {
                for (RelationshipProperty relationship : mapper.relationships()) {
                    if (relationship.cascades(Cascade.DELETE)) {
                        work.load(objects, relationship);
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
        List<ManagedEntity> children = new ArrayList<>(RelationshipLoader.current(object, relationship));
        children.addAll(removed(object, relationship));
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

    /** Takes children and links off what is deleted, where deletion is not passed on. */
    private void leaveChildren(List<ManagedEntity> deletes) {
        byMapper(deletes).forEach((mapper, objects) -> {
            for (RelationshipProperty relationship : mapper.relationships()) {
                if (relationship.kind() == Kind.MANY_TO_ONE) {
                    continue;
                }
                work.load(objects, relationship);
                for (ManagedEntity object : objects) {
                    if (relationship.kind() == Kind.MANY_TO_MANY) {
                        unlinkAll(object, relationship);
                    } else {
                        emptyForeignKeys(object, relationship);
                    }
                }
            }
        });
    }

    private void emptyForeignKeys(ManagedEntity object, RelationshipProperty relationship) {
        List<ManagedEntity> children = new ArrayList<>(RelationshipLoader.current(object, relationship));
        children.addAll(removed(object, relationship));
        RelationshipProperty inverse = relationship.inverse();
        for (ManagedEntity child : children) {
            if (EntityInternals.lifecycle(child) != LifecycleState.PERSISTENT || work.isDeleting(child)) {
                continue;
            }
            boolean moved = inverse != null && EntityInternals.isChanged(child, inverse.index());
            if (!moved) {
                KeySynchronizer.clear(child, relationship, relationship.remote());
                if (inverse != null) {
                    EntityInternals.put(child, inverse.index(), null);
                }
                changedRelationships.add(relationship);
                change(child);
            }
        }
    }

    private void unlinkAll(ManagedEntity object, RelationshipProperty relationship) {
        if (!(EntityInternals.get(object, relationship.index()) instanceof RelatedCollection collection)) {
            return;
        }
        List<ManagedEntity> linked = new ArrayList<>(collection.unchanged());
        linked.addAll(collection.removed());
        for (ManagedEntity target : linked) {
            link(relationship, object, target, false);
        }
    }

    private void link(RelationshipProperty relationship, ManagedEntity owner, ManagedEntity target, boolean added) {
        RelationshipProperty inverse = relationship.inverse();
        boolean turn = inverse != null && isAfter(relationship, inverse);
        LinkChanges changes = links.computeIfAbsent(turn && inverse != null ? inverse : relationship,
                any -> new LinkChanges());
        (added ? changes.added : changes.removed)
                .add(turn ? new FlushAction.Pair(target, owner) : new FlushAction.Pair(owner, target));
        changedRelationships.add(relationship);
    }

    private static boolean isAfter(RelationshipProperty one, RelationshipProperty other) {
        int difference = one.owner().position() - other.owner().position();
        return difference > 0 || difference == 0 && one.index() > other.index();
    }

    /** Carries the changed relationships of an object over to foreign keys and links. */
    private void synchronize(ManagedEntity object, boolean isNew) {
        for (RelationshipProperty relationship : work.model().mapper(object).relationships()) {
            if (!EntityInternals.isChanged(object, relationship.index())
                    && !(isNew && EntityInternals.get(object, relationship.index()) != null)) {
                continue;
            }
            switch (relationship.kind()) {
                case MANY_TO_ONE -> manyToOne(object, relationship);
                case ONE_TO_MANY -> {
                    if (relationship.inverse() == null) {
                        oneToMany(object, relationship);
                    }
                    changedRelationships.add(relationship);
                }
                case MANY_TO_MANY -> manyToMany(object, relationship);
            }
        }
    }

    private void manyToOne(ManagedEntity child, RelationshipProperty relationship) {
        if (EntityInternals.isUnloaded(child, relationship.index())) {
            return;
        }
        changedRelationships.add(relationship);
        if (!(EntityInternals.get(child, relationship.index()) instanceof ManagedEntity parent)) {
            KeySynchronizer.clear(child, relationship, relationship.local());
        } else if (work.contains(parent)) {
            KeySynchronizer.link(child, relationship.local(), parent, relationship.remote());
        } else {
            work.notInSession(relationship, parent);
        }
    }

    private void oneToMany(ManagedEntity owner, RelationshipProperty relationship) {
        for (ManagedEntity child : added(owner, relationship)) {
            if (!work.contains(child)) {
                work.notInSession(relationship, child);
                continue;
            }
            KeySynchronizer.link(child, relationship.remote(), owner, relationship.local());
            parents.computeIfAbsent(child, any -> new ArrayList<>()).add(new Parent(relationship, owner));
            if (EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT) {
                change(child);
            }
        }
        for (ManagedEntity child : removed(owner, relationship)) {
            if (EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT && work.contains(child)
                    && !work.isDeleting(child)
                    && !hasParent(child, relationship)) {
                KeySynchronizer.clear(child, relationship, relationship.remote());
                change(child);
            }
        }
    }

    private void manyToMany(ManagedEntity owner, RelationshipProperty relationship) {
        for (ManagedEntity target : added(owner, relationship)) {
            if (work.contains(target)) {
                link(relationship, owner, target, true);
            } else {
                work.notInSession(relationship, target);
            }
        }
        for (ManagedEntity target : removed(owner, relationship)) {
            if (EntityInternals.isTracked(target)) {
                link(relationship, owner, target, false);
            }
        }
    }

    private static List<ManagedEntity> added(ManagedEntity object, RelationshipProperty relationship) {
        if (!relationship.isToMany()) {
            return EntityInternals.isChanged(object, relationship.index())
                    ? RelationshipLoader.current(object, relationship) : List.of();
        }
        return EntityInternals.get(object, relationship.index()) instanceof RelatedCollection collection
                ? collection.added() : List.of();
    }

    private static List<ManagedEntity> removed(ManagedEntity object, RelationshipProperty relationship) {
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

    private Map<Mapper<?>, List<ManagedEntity>> byMapper(List<ManagedEntity> objects) {
        Map<Mapper<?>, List<ManagedEntity>> groups = new LinkedHashMap<>();
        for (ManagedEntity object : objects) {
            groups.computeIfAbsent(work.model().mapper(object), any -> new ArrayList<>()).add(object);
        }
        return groups;
    }
}
