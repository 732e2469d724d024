package dev.rubedo.orm.internal.flush;

import dev.rubedo.mapping.PassiveDeletes;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.flush.FlushAction;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.flush.FlushPlan.Parent;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates a {@link FlushPlan} from the pending work of a session. {@link DeletionCascade} finds the objects to delete.
 * Foreign keys that are already known are set; those that depend on a generated key are marked. {@link RowConflicts}
 * finds conflicting rows, and {@link FlushOrder} orders all steps. The rules are SQLAlchemy's (orm/unitofwork.py,
 * orm/dependency.py), except that relationships needed for deletion are loaded for all objects at once. Used for one
 * flush. Confined to one thread at a time.
 */
public final class FlushPlanner {

    private final PendingWork work;
    private final @Nullable FlushEvents events;
    private final RelationshipChanges changes;
    private final DeletionCascade cascade;
    private final ForeignKeyJournal journal = new ForeignKeyJournal();
    private final List<ManagedEntity> added = new ArrayList<>();
    private final List<ManagedEntity> changed = new ArrayList<>();
    private final Set<ManagedEntity> changedSet = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<RelationshipProperty> changedRelationships = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<RelationshipProperty, LinkChanges> links = new LinkedHashMap<>();
    private final Map<ManagedEntity, List<Parent>> parents = new IdentityHashMap<>();

    /** The rows to insert into and delete from a join table. Confined to one thread at a time. */
    static final class LinkChanges {
        final Set<FlushAction.Pair> added = new LinkedHashSet<>();
        final Set<FlushAction.Pair> removed = new LinkedHashSet<>();
    }

    /**
     * Creates a planner for the pending work of a session.
     *
     * @param events calls the listeners; null if the plan is not executed
     */
    public FlushPlanner(PendingWork work, @Nullable FlushEvents events) {
        this.work = work;
        this.events = events;
        this.changes = new RelationshipChanges(work);
        this.cascade = new DeletionCascade(work, changes);
    }

    /** Returns the plan. Objects change only where a foreign key is already known, and not at all if planning fails. */
    public FlushPlan plan() {
        try {
            return made();
        } catch (Throwable e) {
            takeBack();
            throw e;
        }
    }

    /** Restores the foreign keys to their state before the plan, which is not executed. */
    public void takeBack() {
        journal.takeBack();
    }

    private FlushPlan made() {
        List<ManagedEntity> dirty;
        List<ManagedEntity> deletes;
        do {
            dirty = List.copyOf(work.changed());
            numberLists(dirty);
            dirty = List.copyOf(work.changed());
            for (ManagedEntity object : dirty) {
                cascade.orphans(object);
            }
            deletes = cascade.deletions();
        } while (events != null && events.before(work.added(), dirty, deletes, work));
        for (ManagedEntity object : dirty) {
            if (EntityInternals.lifecycle(object) == LifecycleState.PERSISTENT && !work.isDeleting(object)) {
                change(object);
            }
        }
        leaveChildren(deletes);
        added.addAll(work.added());
        supplyDefaults();
        for (ManagedEntity object : added) {
            synchronize(object, true);
        }
        for (int i = 0; i < changed.size(); i++) {
            synchronize(changed.get(i), false);
        }
        if (events != null) {
            events.beforeUpdates(changed);
        }
        List<ManagedEntity> updates = new ArrayList<>();
        for (ManagedEntity object : changed) {
            if (hasColumnChanges(object)) {
                updates.add(object);
            }
        }
        if (work.model().hasReadOnly()) {
            requireWritable(updates);
        }
        loadVersions(updates);
        loadVersions(deletes);
        RequiredAttributes required = new RequiredAttributes(work.model(), parents.keySet());
        required.checkNew(added);
        required.checkChanged(updates);
        RowConflicts conflicts = new RowConflicts(work, added, updates, deletes);
        RowChanges rows = conflicts.rows();
        FlushOrder order = new FlushOrder(rows, changedRelationships, links, parents, conflicts.edges());
        return new FlushPlan(order.actions(), added, changed, deletes, parents, order.exchanged());
    }

    private void requireWritable(List<ManagedEntity> updates) {
        for (ManagedEntity object : updates) {
            if (work.model().mapper(object).isReadOnly()) {
                throw new FlushException(
                        EntityInternals.describe(object) + " was changed, but its entity is read from a "
                                + "query. Write to the entities that the query reads, and refresh(...) it.");
            }
        }
    }

    /** Loads the numbered lists that objects were added to while they were not loaded, so that the objects get positions. */
    private void numberLists(List<ManagedEntity> dirty) {
        for (ManagedEntity object : dirty) {
            for (RelationshipProperty list : work.model().mapper(object).numberedLists()) {
                if (EntityInternals.isChanged(object, list.index()) && !work.isDeleting(object)
                        && EntityInternals.get(object, list.index()) instanceof RelatedCollection collection
                        && !collection.isLoaded()) {
                    collection.content();
                }
            }
        }
    }

    /** Sets the attributes of new objects that have a default from a supplier and were not set. */
    private void supplyDefaults() {
        for (ManagedEntity object : added) {
            Mapper<?> mapper = work.model().mapper(object);
            for (int attribute : mapper.defaults().supplied()) {
                if (!EntityInternals.isGiven(object, attribute, mapper.columnDefinition(attribute))) {
                    journal.remember(object, attribute);
                    EntityInternals.give(object, attribute, mapper.defaults().supply(attribute));
                }
            }
        }
    }

    /**
     * Loads the versions that are compared with the row. A change of an expired object is based on the current version.
     */
    private void loadVersions(List<ManagedEntity> objects) {
        for (ManagedEntity object : objects) {
            int version = work.model().mapper(object).version();
            if (version >= 0 && EntityInternals.isUnloaded(object, version)) {
                EntityInternals.load(object, version);
            }
        }
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

    /** Removes children and join table rows from deleted objects if DELETE does not cascade to them. */
    private void leaveChildren(List<ManagedEntity> deletes) {
        cascade.byMapper(deletes).forEach((mapper, objects) -> {
            for (RelationshipProperty relationship : linksLast(mapper.storedRelationships())) {
                PassiveDeletes passive = relationship.definition().passiveDeletes();
                if (relationship.kind() == Kind.MANY_TO_ONE || passive == PassiveDeletes.ALL) {
                    continue;
                }
                if (passive == PassiveDeletes.NONE) {
                    work.load(objects, relationship);
                }
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

    private static List<RelationshipProperty> linksLast(List<RelationshipProperty> relationships) {
        List<RelationshipProperty> sorted = new ArrayList<>(relationships);
        sorted.sort(Comparator.comparing(relationship -> relationship.kind() == Kind.MANY_TO_MANY));
        return sorted;
    }

    private void emptyForeignKeys(ManagedEntity object, RelationshipProperty relationship) {
        RelationshipProperty inverse = relationship.inverse();
        for (ManagedEntity child : cascade.referring(object, relationship)) {
            boolean isNew = EntityInternals.lifecycle(child) == LifecycleState.PENDING;
            boolean isKept = isNew || EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT;
            if (!isKept || !work.contains(child) || work.isDeleting(child)) {
                continue;
            }
            journal.remember(child, relationship.remote());
            KeySynchronizer.clear(child, relationship, relationship.remote());
            if (inverse != null) {
                journal.remember(child, inverse.index());
                EntityInternals.put(child, inverse.index(), null);
            }
            changedRelationships.add(relationship);
            if (!isNew) {
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
            if (isLinked(target)) {
                link(relationship, object, target, false);
            }
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

    /** Applies the changed relationships of an object to foreign keys and join tables. */
    private void synchronize(ManagedEntity object, boolean isNew) {
        for (RelationshipProperty relationship : work.model().mapper(object).storedRelationships()) {
            if (!EntityInternals.isChanged(object, relationship.index())
                    && !(isNew && EntityInternals.get(object, relationship.index()) != null)) {
                continue;
            }
            if (relationship.definition().isSingleParent()) {
                changes.requireSingleParents(object, relationship);
            }
            switch (relationship.kind()) {
                case MANY_TO_ONE -> manyToOne(object, relationship);
                case ONE_TO_MANY -> {
                    if (relationship.inverse() == null) {
                        oneToMany(object, relationship);
                    } else {
                        tellLeftOut(object, relationship);
                    }
                    changedRelationships.add(relationship);
                }
                case MANY_TO_MANY -> manyToMany(object, relationship);
                case BY_CONDITION -> {}
            }
        }
    }

    private void manyToOne(ManagedEntity child, RelationshipProperty relationship) {
        if (EntityInternals.isUnloaded(child, relationship.index())) {
            return;
        }
        changedRelationships.add(relationship);
        journal.remember(child, relationship.local());
        if (!(EntityInternals.get(child, relationship.index()) instanceof ManagedEntity parent)) {
            KeySynchronizer.clear(child, relationship, relationship.local());
        } else if (work.isDeleting(parent)) {
            throw new FlushException("\"" + relationship + "\" of " + EntityInternals.describe(child) + " refers to "
                    + EntityInternals.describe(parent)
                    + ", which is to be deleted. Set it to something else, or do not delete that object.");
        } else if (work.contains(parent)) {
            KeySynchronizer.link(child, relationship.local(), parent, relationship.remote());
        } else {
            work.notInSession(child, relationship, parent);
        }
    }

    /** Reports a child that is in the collection because its own side was set, but was never added to the session. */
    private void tellLeftOut(ManagedEntity owner, RelationshipProperty relationship) {
        for (ManagedEntity child : RelationshipChanges.added(owner, relationship)) {
            if (!work.contains(child) && !EntityInternals.isGone(child)) {
                work.notInSession(owner, relationship, child);
            }
        }
    }

    private void oneToMany(ManagedEntity owner, RelationshipProperty relationship) {
        for (ManagedEntity child : RelationshipChanges.added(owner, relationship)) {
            if (work.isDeleting(child)) {
                continue;
            }
            if (!work.contains(child)) {
                work.notInSession(owner, relationship, child);
                continue;
            }
            journal.remember(child, relationship.remote());
            KeySynchronizer.link(child, relationship.remote(), owner, relationship.local());
            parents.computeIfAbsent(child, any -> new ArrayList<>()).add(new Parent(relationship, owner));
            if (EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT) {
                change(child);
            }
        }
        for (ManagedEntity child : RelationshipChanges.removed(owner, relationship)) {
            if (EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT && work.contains(child)
                    && !work.isDeleting(child)
                    && !changes.hasOwner(child, relationship)
                    && !changes.isKeyOfOther(child, owner, relationship, false)) {
                journal.remember(child, relationship.remote());
                KeySynchronizer.clear(child, relationship, relationship.remote());
                change(child);
            }
        }
    }

    private void manyToMany(ManagedEntity owner, RelationshipProperty relationship) {
        for (ManagedEntity target : RelationshipChanges.added(owner, relationship)) {
            if (work.isDeleting(target)) {
                continue;
            }
            if (work.contains(target)) {
                link(relationship, owner, target, true);
            } else {
                work.notInSession(owner, relationship, target);
            }
        }
        for (ManagedEntity target : RelationshipChanges.removed(owner, relationship)) {
            if (isLinked(target)) {
                link(relationship, owner, target, false);
            }
        }
    }

    /**
     * Returns whether a target has join table rows. They were deleted with an object that was deleted before, even if it
     * is still in a collection.
     */
    private static boolean isLinked(ManagedEntity target) {
        return EntityInternals.isTracked(target) && !EntityInternals.isGone(target);
    }
}
