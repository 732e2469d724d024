package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.flush.FlushAction;
import dev.rubedo.orm.flush.FlushPlan.Parent;
import dev.rubedo.orm.internal.flush.RowConflicts.Conflict;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.ForeignKeyProperty;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders rows individually if an order of entities is not sufficient: for entities that refer to each other or to
 * themselves, and for conflicting rows. Rows are ordered by level, and each level is written in batches. If the rows
 * themselves form a cycle, one nullable foreign key of it is left NULL and written by a post-update (on deletion, it is
 * set to NULL first). A foreign key whose relationship has no collection on the inverse side is preferred. Confined to
 * one thread at a time.
 */
final class RowOrder {

    /** A foreign key or unique key, and its name. Immutable. */
    private record Reference(Mapper<?> mapper, int[] attributes, String name, int rank) {
        static Reference of(RelationshipProperty relationship) {
            boolean ownerHolds = relationship.kind() == Kind.MANY_TO_ONE;
            RelationshipProperty inverse = relationship.inverse();
            return new Reference(ownerHolds ? relationship.owner() : relationship.target(),
                    ownerHolds ? relationship.local() : relationship.remote(), relationship.toString(),
                    inverse != null && inverse.isToMany() ? 1 : 0);
        }

        EntityTable table() {
            return mapper.tableOf(attributes[0]);
        }

        boolean isNullable() {
            for (int attribute : attributes) {
                if (!mapper.columnDefinition(attribute).isNullable()) {
                    return false;
                }
            }
            return true;
        }
    }

    private enum Reason {
        /** The later row refers to the earlier one. */
        REFERS,
        /** Both rows are deleted, and the earlier one refers to the later one. */
        DELETED,
        /** The later row is deleted, and the earlier one refers to it until it is updated. */
        LEAVES,
        /** Possibly the same: the old reference of the earlier row was never read. */
        MAY_LEAVE,
        /** The earlier row has a unique value that the later one gets. */
        UNIQUE
    }

    /** A dependency: {@code earlier} must be written before {@code later}. Immutable. */
    private record Edge(ManagedEntity earlier, ManagedEntity later, Reason reason, @Nullable Reference reference) {

        /**
         * Returns whether a cycle can be broken here. A unique value that cannot be NULL is left to the database, which
         * may check it at the end; so is a dependency that is only possible.
         */
        boolean canBeCut() {
            return switch (reason) {
                case UNIQUE, MAY_LEAVE -> true;
                case LEAVES -> false;
                case REFERS, DELETED -> isNullable();
            };
        }

        boolean isNullable() {
            return reference != null && reference.isNullable();
        }

        int rank() {
            return reference == null ? 0 : reference.rank + (isNullable() ? 0 : 1);
        }

        /**
         * Returns whether the value is set to NULL in the earlier row before all others; otherwise it is set in the later
         * row after all others.
         */
        boolean isEmptiedBefore() {
            return reason == Reason.DELETED || reason == Reason.UNIQUE;
        }

        @Override
        public String toString() {
            return reference == null ? "the foreign key of " + EntityInternals.describe(later)
                    : "\"" + reference.name + "\"";
        }
    }

    private final RowChanges rows;
    private final Collection<Mapper<?>> mappers;
    private final Map<ManagedEntity, List<Parent>> parents;
    private final List<Conflict> conflicts;
    private final Map<ManagedEntity, List<Edge>> followers = new IdentityHashMap<>();
    private final Map<ManagedEntity, Integer> waiting = new IdentityHashMap<>();
    private final Set<FlushAction.Pair> related = new HashSet<>();
    private final Map<ManagedEntity, Row> kinds = new IdentityHashMap<>();
    private final Map<String, Cut> afterwards = new LinkedHashMap<>();
    private final Map<String, Cut> before = new LinkedHashMap<>();
    private final Set<String> exchanged = new LinkedHashSet<>();

    /** A kind of change to the rows of an entity. Immutable. */
    private record Row(Mapper<?> mapper, FlushOrder.Kind kind) {}

    /** A foreign key that is written separately from its rows. Confined to one thread at a time. */
    private record Cut(Reference reference, List<ManagedEntity> holders) {}

    RowOrder(RowChanges rows, Collection<Mapper<?>> mappers, Map<ManagedEntity, List<Parent>> parents,
            List<Conflict> conflicts) {
        this.rows = rows;
        this.mappers = mappers;
        this.parents = parents;
        this.conflicts = conflicts;
    }

    /** Returns the steps that write the rows of these entities: saves, deletions, or both. */
    List<FlushAction> actions(boolean saves, boolean deletes) {
        List<ManagedEntity> objects = new ArrayList<>();
        for (Mapper<?> mapper : mappers) {
            if (saves) {
                put(objects, mapper, FlushOrder.Kind.UPDATE, rows.updates(mapper));
                put(objects, mapper, FlushOrder.Kind.REPLACE, rows.replacements(mapper));
                put(objects, mapper, FlushOrder.Kind.INSERT, rows.inserts(mapper));
            }
            if (deletes) {
                put(objects, mapper, FlushOrder.Kind.DELETE, rows.deletes(mapper));
            }
        }
        if (saves) {
            waitForParents(objects);
        }
        for (Mapper<?> mapper : mappers) {
            for (ForeignKeyProperty foreignKey : mapper.foreignKeys()) {
                if (saves) {
                    waitForKeys(mapper, foreignKey);
                }
                if (deletes) {
                    waitForDeletions(mapper, foreignKey);
                }
            }
        }
        for (Conflict conflict : conflicts) {
            edge(new Edge(conflict.earlier(), conflict.later(), Reason.UNIQUE,
                    new Reference(conflict.mapper(), conflict.key(), name(conflict.mapper(), conflict.key()), 2)));
        }
        return written(objects);
    }

    /**
     * Returns the unique attributes whose values rows exchange and which cannot be set to NULL in between, in order.
     */
    List<String> exchanged() {
        return List.copyOf(exchanged);
    }

    private void put(List<ManagedEntity> objects, Mapper<?> mapper, FlushOrder.Kind kind,
            List<ManagedEntity> of) {
        Row row = new Row(mapper, kind);
        for (ManagedEntity object : of) {
            objects.add(object);
            kinds.put(object, row);
            waiting.put(object, 0);
        }
    }

    private List<FlushAction> written(List<ManagedEntity> objects) {
        List<List<ManagedEntity>> levels = levels(objects);
        List<FlushAction> actions = new ArrayList<>();
        before.values().forEach(cut -> actions.add(new FlushAction.PreUpdate(cut.reference.name, cut.reference.table(),
                cut.reference.attributes, cut.holders)));
        for (List<ManagedEntity> level : levels) {
            Map<Row, List<ManagedEntity>> groups = new HashMap<>();
            for (ManagedEntity object : level) {
                groups.computeIfAbsent(kinds.get(object), any -> new ArrayList<>()).add(object);
            }
            for (Mapper<?> mapper : mappers) {
                for (FlushOrder.Kind kind : FlushOrder.Kind.values()) {
                    FlushOrder.write(actions, mapper, kind, groups.getOrDefault(new Row(mapper, kind), List.of()),
                            rows);
                }
            }
        }
        afterwards.values().forEach(cut -> actions.add(new FlushAction.PostUpdate(cut.reference.name,
                cut.reference.table(), cut.reference.attributes, cut.holders)));
        return actions;
    }

    private void waitForParents(List<ManagedEntity> objects) {
        for (Mapper<?> mapper : mappers) {
            for (RelationshipProperty relationship : mapper.manyToOnes()) {
                Reference reference = Reference.of(relationship);
                waitForParents(rows.inserts(mapper), relationship, reference);
                waitForParents(rows.replacements(mapper), relationship, reference);
                waitForParents(rows.updates(mapper), relationship, reference);
            }
        }
        for (ManagedEntity child : objects) {
            for (Parent parent : parents.getOrDefault(child, List.of())) {
                depend(parent.owner(), child, parent.relationship(), Reference.of(parent.relationship()));
            }
        }
    }

    private void waitForParents(List<ManagedEntity> children, RelationshipProperty relationship, Reference reference) {
        for (ManagedEntity child : children) {
            boolean linked = EntityInternals.isChanged(child, relationship.index())
                    || EntityInternals.lifecycle(child) == LifecycleState.PENDING;
            if (linked && EntityInternals.get(child, relationship.index()) instanceof ManagedEntity parent) {
                depend(parent, child, relationship, reference);
            }
        }
    }

    private void depend(ManagedEntity parent, ManagedEntity child, RelationshipProperty relationship,
            Reference reference) {
        int[] key = relationship.kind() == Kind.MANY_TO_ONE ? relationship.remote() : relationship.local();
        if (waiting.containsKey(child) && (isInserted(parent) || changesKey(parent, key))) {
            boolean ownKeyIsKnown = parent == child && keyIsKnown(parent, key);
            if (!ownKeyIsKnown && related.add(new FlushAction.Pair(parent, child))) {
                edge(new Edge(parent, child, Reason.REFERS, reference));
            }
        }
    }

    private boolean isInserted(ManagedEntity object) {
        Row row = kinds.get(object);
        return row != null && row.kind == FlushOrder.Kind.INSERT;
    }

    /** Returns whether an UPDATE gives the row a key that it did not have, so that others cannot refer to it before. */
    private boolean changesKey(ManagedEntity object, int[] key) {
        Row row = kinds.get(object);
        return row != null && row.kind == FlushOrder.Kind.UPDATE
                && RowConflicts.changes(object, key);
    }

    private static boolean keyIsKnown(ManagedEntity parent, int[] key) {
        for (int attribute : key) {
            if (EntityInternals.isMissing(parent, attribute)) {
                return false;
            }
        }
        return true;
    }

    /** Adds dependencies for foreign keys that the application set to keys of new objects, or to changed keys. */
    private void waitForKeys(Mapper<?> mapper, ForeignKeyProperty foreignKey) {
        Map<Object, ManagedEntity> targets = new HashMap<>();
        List<ManagedEntity> written = new ArrayList<>(RowChanges.below(foreignKey.target(), rows.inserts()));
        for (ManagedEntity target : RowChanges.below(foreignKey.target(), rows.updates())) {
            if (changesKey(target, foreignKey.targetAttributes())) {
                written.add(target);
            }
        }
        for (ManagedEntity target : written) {
            Object key = RowConflicts.current(target, foreignKey.targetAttributes());
            if (key != null) {
                targets.put(key, target);
            }
        }
        if (targets.isEmpty()) {
            return;
        }
        Reference reference = reference(mapper, foreignKey);
        List<ManagedEntity> children = new ArrayList<>(rows.inserts(mapper));
        children.addAll(rows.replacements(mapper));
        children.addAll(rows.updates(mapper));
        for (ManagedEntity child : children) {
            Object key = RowConflicts.current(child, foreignKey.attributes());
            ManagedEntity target = key == null ? null : targets.get(key);
            if (target != null && target != child && related.add(new FlushAction.Pair(target, child))) {
                edge(new Edge(target, child, Reason.REFERS, reference));
            }
        }
    }

    private void waitForDeletions(Mapper<?> mapper, ForeignKeyProperty foreignKey) {
        Map<Object, ManagedEntity> targets = new HashMap<>();
        for (ManagedEntity target : RowChanges.below(foreignKey.target(), rows.deletes())) {
            Object key = RowConflicts.stored(target, foreignKey.targetAttributes());
            if (key != null) {
                targets.put(key, target);
            }
        }
        if (targets.isEmpty()) {
            return;
        }
        Reference reference = reference(mapper, foreignKey);
        for (ManagedEntity child : rows.deletes(mapper)) {
            RowConflicts.loadExpired(child, foreignKey.attributes());
            leave(child, child, foreignKey, targets, Reason.DELETED, reference);
        }
        for (ManagedEntity child : rows.updates(mapper)) {
            leave(child, child, foreignKey, targets, Reason.LEAVES, reference);
        }
        for (ManagedEntity child : rows.replacements(mapper)) {
            leave(child, rows.replaced(child), foreignKey, targets, Reason.LEAVES, reference);
        }
    }

    private void leave(ManagedEntity child, ManagedEntity as, ForeignKeyProperty foreignKey,
            Map<Object, ManagedEntity> targets, Reason reason, Reference reference) {
        Object key = RowConflicts.stored(as, foreignKey.attributes());
        ManagedEntity parent = key == null ? null : targets.get(key);
        if (parent != null && parent != child) {
            edge(new Edge(child, parent, reason, reference));
        } else if (RowConflicts.isOverwrittenUnread(as, foreignKey.attributes())) {
            targets.values().forEach(any -> edge(new Edge(child, any, Reason.MAY_LEAVE, null)));
        }
    }

    private static Reference reference(Mapper<?> mapper, ForeignKeyProperty foreignKey) {
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if (Arrays.equals(relationship.local(), foreignKey.attributes())) {
                return Reference.of(relationship);
            }
        }
        return new Reference(mapper, foreignKey.attributes(), name(mapper, foreignKey.attributes()), 0);
    }

    private static String name(Mapper<?> mapper, int[] attributes) {
        return mapper.name() + "." + mapper.definition().attribute(attributes[0]).name();
    }

    private void edge(Edge edge) {
        if (waiting.containsKey(edge.earlier) && waiting.containsKey(edge.later)) {
            followers.computeIfAbsent(edge.earlier, any -> new ArrayList<>()).add(edge);
            waiting.merge(edge.later, 1, Integer::sum);
        }
    }

    private List<List<ManagedEntity>> levels(List<ManagedEntity> objects) {
        Map<ManagedEntity, Integer> order = new IdentityHashMap<>();
        for (ManagedEntity object : objects) {
            order.put(object, order.size());
        }
        Set<ManagedEntity> rest = Collections.newSetFromMap(new IdentityHashMap<>());
        rest.addAll(objects);
        List<List<ManagedEntity>> levels = new ArrayList<>();
        List<ManagedEntity> level = objects.stream().filter(object -> waiting.getOrDefault(object, 0) == 0).toList();
        while (!rest.isEmpty()) {
            while (level.isEmpty()) {
                level = cut(objects.stream().filter(rest::contains).toList()).stream()
                        .filter(object -> waiting.getOrDefault(object, 0) == 0)
                        .sorted(Comparator.comparing(order::get)).toList();
            }
            levels.add(level);
            level.forEach(rest::remove);
            List<ManagedEntity> next = new ArrayList<>();
            for (ManagedEntity object : level) {
                for (Edge edge : followers.getOrDefault(object, List.of())) {
                    if (waiting.merge(edge.later, -1, Integer::sum) == 0) {
                        next.add(edge.later);
                    }
                }
                followers.remove(object);
            }
            next.sort(Comparator.comparing(order::get));
            level = next;
        }
        return levels;
    }

    /**
     * Breaks cycles when all remaining rows depend on each other. Following one dependency of each row back leads to a
     * cycle; all cycles found this way, which have no row in common, are broken. Returns the rows that may be
     * independent now.
     */
    private List<ManagedEntity> cut(List<ManagedEntity> rest) {
        Map<ManagedEntity, Edge> cause = new IdentityHashMap<>();
        for (ManagedEntity object : rest) {
            for (Edge edge : followers.getOrDefault(object, List.of())) {
                cause.putIfAbsent(edge.later, edge);
            }
        }
        Map<ManagedEntity, ManagedEntity> seenFrom = new IdentityHashMap<>();
        List<ManagedEntity> free = new ArrayList<>();
        for (ManagedEntity start : rest) {
            ManagedEntity at = start;
            while (seenFrom.putIfAbsent(at, start) == null) {
                at = Objects.requireNonNull(cause.get(at)).earlier;
            }
            if (seenFrom.get(at) == start) {
                free.add(cutCycle(at, cause));
            }
        }
        return free;
    }

    private ManagedEntity cutCycle(ManagedEntity start, Map<ManagedEntity, Edge> cause) {
        List<Edge> cycle = new ArrayList<>();
        ManagedEntity at = start;
        do {
            Edge edge = Objects.requireNonNull(cause.get(at));
            cycle.add(edge);
            at = edge.earlier;
        } while (at != start);
        Edge best = null;
        for (Edge edge : cycle) {
            if (edge.canBeCut() && (best == null || edge.rank() < best.rank())) {
                best = edge;
            }
        }
        if (best == null) {
            throw new FlushException("Rows depend on each other in a cycle, and no foreign key in it may be null: "
                    + String.join(", ", cycle.stream().map(Edge::toString).distinct().toList())
                    + ". Make one of these relationships @Nullable so that it can be written afterwards, or flush between the changes.");
        }
        Objects.requireNonNull(followers.get(best.earlier)).remove(best);
        waiting.merge(best.later, -1, Integer::sum);
        Reference reference = best.reference;
        if (reference != null && reference.isNullable()) {
            (best.isEmptiedBefore() ? before : afterwards)
                    .computeIfAbsent(reference.name, any -> new Cut(reference, new ArrayList<>())).holders
                    .add(best.isEmptiedBefore() ? best.earlier : best.later);
        } else if (best.reason == Reason.UNIQUE && reference != null) {
            for (int attribute : reference.attributes) {
                exchanged.add(name(reference.mapper, new int[]{attribute}));
            }
        }
        return best.later;
    }
}
