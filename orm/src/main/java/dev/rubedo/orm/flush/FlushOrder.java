package dev.rubedo.orm.flush;

import dev.rubedo.orm.flush.FlushPlanner.LinkChanges;
import dev.rubedo.orm.flush.FlushPlanner.Parent;
import dev.rubedo.orm.flush.RowConflicts.Conflict;
import dev.rubedo.orm.mapper.ForeignKeyProperty;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Orders the work of a flush: one node saves all rows of an entity, one deletes them, two carry each relationship over; edges are those
 * of SQLAlchemy's dependency processors. Nodes come level by level, each level by name, so that the same work always gives the same
 * statements. Entities that depend on each other in a circle are one node, whose rows {@link RowOrder} orders one by one, as it does with all rows
 * where some get in each other's way. Confined to one thread at a time.
 */
final class FlushOrder {

    private enum Phase {
        LEAVE, JOIN, SAVE, DELETE
    }

    /** What is done with a row, in the order in which rows of one entity are written that do not wait for each other. */
    enum Kind {
        DELETE, UPDATE, REPLACE, INSERT
    }

    private record Node(Phase phase, Object subject, String name) {
        @Override
        public String toString() {
            return phase + " " + name;
        }
    }

    private final RowChanges rows;
    private final Set<RelationshipProperty> changedRelationships;
    private final Map<RelationshipProperty, LinkChanges> links;
    private final Map<ManagedEntity, List<Parent>> parents;
    private final List<Conflict> conflicts;
    private final List<FlushAction> actions = new ArrayList<>();

    FlushOrder(RowChanges rows, Set<RelationshipProperty> changedRelationships,
            Map<RelationshipProperty, LinkChanges> links, Map<ManagedEntity, List<Parent>> parents,
            List<Conflict> conflicts) {
        this.rows = rows;
        this.changedRelationships = changedRelationships;
        this.links = links;
        this.parents = parents;
        this.conflicts = conflicts;
    }

    List<FlushAction> actions() {
        if (!conflicts.isEmpty()) {
            rowByRow();
            return actions;
        }
        Set<Mapper<?>> involved = rows.mappers();
        if (links.isEmpty() && involved.size() == 1 && isOneKind()
                && changedRelationships.stream().noneMatch(RelationshipProperty::isSelfReference)
                && involved.stream().noneMatch(this::deletesRowsThatMayReferToEachOther)
                && involved.stream().noneMatch(this::savesRowsThatReferToNewOnes)) {
            for (Mapper<?> mapper : involved) {
                save(mapper);
                delete(mapper);
            }
            return actions;
        }
        LayeredGraph<Node> graph = graph(involved);
        for (List<List<Node>> level : graph.levels(Comparator.comparing(Node::toString))) {
            for (List<Node> group : level) {
                run(group, graph);
            }
        }
        return actions;
    }

    private boolean isOneKind() {
        return rows.inserts().size() + rows.updates().size() + rows.replacements().size() + rows.deletes().size() == 1;
    }

    /** Rows that get in each other's way are ordered one by one; links go before all rows and come after all rows. */
    private void rowByRow() {
        List<RelationshipProperty> linked = new ArrayList<>(links.keySet());
        linked.sort(Comparator.comparing(RelationshipProperty::toString));
        linked.forEach(this::unlink);
        actions.addAll(new RowOrder(rows, rows.mappers(), parents, conflicts).actions(true, true));
        linked.forEach(this::link);
    }

    private LayeredGraph<Node> graph(Set<Mapper<?>> involved) {
        LayeredGraph<Node> graph = new LayeredGraph<>();
        for (Mapper<?> mapper : involved) {
            graph.edge(node(Phase.SAVE, mapper), node(Phase.DELETE, mapper));
        }
        for (RelationshipProperty relationship : links.keySet()) {
            graph.add(node(Phase.JOIN, relationship));
        }
        for (Mapper<?> mapper : involved) {
            for (RelationshipProperty relationship : mapper.relationships()) {
                boolean bothInvolved = involved.contains(relationship.target()) && !relationship.isSelfReference();
                if (bothInvolved || changedRelationships.contains(relationship) || links.containsKey(relationship)
                        || relationship.isSelfReference() && deletesRowsThatMayReferToEachOther(mapper)) {
                    edges(graph, relationship);
                }
            }
            if (savesRowsThatReferToNewOnes(mapper)) {
                graph.edge(node(Phase.SAVE, mapper), node(Phase.SAVE, mapper));
            }
            for (ForeignKeyProperty foreignKey : mapper.foreignKeys()) {
                if (involved.contains(foreignKey.target())
                        && (foreignKey.target() != mapper || deletesRowsThatMayReferToEachOther(mapper))) {
                    edges(graph, mapper, foreignKey.target());
                }
            }
        }
        for (RelationshipProperty relationship : links.keySet()) {
            edges(graph, relationship);
        }
        return graph;
    }

    /** A foreign key orders two entities even where no relationship tells of it. */
    private static void edges(LayeredGraph<Node> graph, Mapper<?> from, Mapper<?> to) {
        if (from != to) {
            graph.edge(node(Phase.SAVE, to), node(Phase.SAVE, from));
        }
        graph.edge(node(Phase.SAVE, from), node(Phase.DELETE, to));
        graph.edge(node(Phase.DELETE, from), node(Phase.DELETE, to));
    }

    private boolean deletesRowsThatMayReferToEachOther(Mapper<?> mapper) {
        return rows.deletes(mapper).size() > 1
                && mapper.foreignKeys().stream().anyMatch(foreignKey -> foreignKey.target() == mapper);
    }

    /** A foreign key that was written by hand may lead to a new row of the same table, whose key was given. */
    private boolean savesRowsThatReferToNewOnes(Mapper<?> mapper) {
        if (rows.inserts(mapper).isEmpty()) {
            return false;
        }
        for (ForeignKeyProperty foreignKey : mapper.foreignKeys()) {
            if (foreignKey.target() == mapper && RowConflicts.refersToAny(rows.inserts(mapper), foreignKey,
                    List.of(rows.inserts(mapper), rows.updates(mapper), rows.replacements(mapper)))) {
                return true;
            }
        }
        return false;
    }

    private static Node node(Phase phase, Mapper<?> mapper) {
        return new Node(phase, mapper, mapper.name());
    }

    private static Node node(Phase phase, RelationshipProperty relationship) {
        return new Node(phase, relationship, relationship.toString());
    }

    private static void edges(LayeredGraph<Node> graph, RelationshipProperty relationship) {
        Node ownerSaves = node(Phase.SAVE, relationship.owner());
        Node targetSaves = node(Phase.SAVE, relationship.target());
        Node ownerDeletes = node(Phase.DELETE, relationship.owner());
        Node targetDeletes = node(Phase.DELETE, relationship.target());
        Node join = node(Phase.JOIN, relationship);
        Node leave = node(Phase.LEAVE, relationship);
        switch (relationship.kind()) {
            case MANY_TO_ONE -> {
                graph.edge(targetSaves, join);
                graph.edge(join, ownerSaves);
                graph.edge(ownerSaves, targetDeletes);
                graph.edge(ownerDeletes, targetDeletes);
            }
            case ONE_TO_MANY -> {
                graph.edge(ownerSaves, join);
                graph.edge(join, targetSaves);
                graph.edge(join, targetDeletes);
                graph.edge(targetSaves, ownerDeletes);
                graph.edge(targetDeletes, ownerDeletes);
                graph.edge(leave, targetSaves);
                graph.edge(leave, targetDeletes);
            }
            case MANY_TO_MANY -> {
                graph.edge(ownerSaves, join);
                graph.edge(targetSaves, join);
                graph.edge(join, targetDeletes);
                graph.edge(join, ownerDeletes);
                graph.edge(leave, ownerSaves);
                graph.edge(leave, targetSaves);
                graph.edge(leave, ownerDeletes);
                graph.edge(leave, targetDeletes);
            }
        }
    }

    private void run(List<Node> group, LayeredGraph<Node> graph) {
        List<Mapper<?>> saves = new ArrayList<>();
        List<Mapper<?>> removals = new ArrayList<>();
        for (Node node : group) {
            switch (node.phase) {
                case SAVE -> saves.add((Mapper<?>) node.subject);
                case DELETE -> removals.add((Mapper<?>) node.subject);
                case JOIN -> {
                    if (node.subject instanceof RelationshipProperty relationship && links.containsKey(relationship)) {
                        unlink(relationship);
                        link(relationship);
                    }
                }
                case LEAVE -> {}
            }
        }
        boolean circle = graph.isCircle(group);
        if (circle && !saves.isEmpty()) {
            actions.addAll(new RowOrder(rows, saves, parents, List.of()).actions(true, false));
        } else {
            saves.forEach(this::save);
        }
        if (circle && !removals.isEmpty()) {
            actions.addAll(new RowOrder(rows, removals, parents, List.of()).actions(false, true));
        } else {
            removals.forEach(this::delete);
        }
    }

    private void save(Mapper<?> mapper) {
        write(actions, mapper, Kind.UPDATE, rows.updates(mapper), rows);
        write(actions, mapper, Kind.REPLACE, rows.replacements(mapper), rows);
        write(actions, mapper, Kind.INSERT, rows.inserts(mapper), rows);
    }

    private void delete(Mapper<?> mapper) {
        write(actions, mapper, Kind.DELETE, rows.deletes(mapper), rows);
    }

    /** Adds the step that writes these rows of one entity, if there are any. */
    static void write(List<FlushAction> actions, Mapper<?> mapper, Kind kind, List<ManagedEntity> objects,
            RowChanges rows) {
        if (!objects.isEmpty()) {
            actions.add(switch (kind) {
                case DELETE -> new FlushAction.Delete(mapper, byKey(mapper, objects));
                case UPDATE -> new FlushAction.Update(mapper, byKey(mapper, objects));
                case REPLACE ->
                    new FlushAction.Replace(mapper, objects, objects.stream().map(rows::replaced).toList());
                case INSERT -> new FlushAction.Insert(mapper, objects);
            });
        }
    }

    private void unlink(RelationshipProperty relationship) {
        LinkChanges changes = Objects.requireNonNull(links.get(relationship));
        List<FlushAction.Pair> removed = changes.removed.stream().filter(pair -> !changes.added.contains(pair))
                .toList();
        if (!removed.isEmpty()) {
            actions.add(new FlushAction.Unlink(relationship, removed));
        }
    }

    private void link(RelationshipProperty relationship) {
        LinkChanges changes = Objects.requireNonNull(links.get(relationship));
        List<FlushAction.Pair> added = changes.added.stream().filter(pair -> !changes.removed.contains(pair)).toList();
        if (!added.isEmpty()) {
            actions.add(new FlushAction.Link(relationship, added));
        }
    }

    /** Sorts by primary key, so that two transactions that change the same rows do so in the same order. */
    @SuppressWarnings("unchecked")
    static List<ManagedEntity> byKey(Mapper<?> mapper, List<ManagedEntity> objects) {
        if (objects.size() < 2) {
            return objects;
        }
        Map<ManagedEntity, Object> keys = new IdentityHashMap<>();
        for (ManagedEntity object : objects) {
            keys.put(object, mapper.storedKey(object));
        }
        List<ManagedEntity> sorted = new ArrayList<>(objects);
        Comparator<Object> order = (one, other) -> compare(one, other);
        sorted.sort((one, other) -> order.compare(keys.get(one), keys.get(other)));
        return sorted;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object one, Object other) {
        if (one instanceof List<?> parts && other instanceof List<?> others) {
            for (int i = 0; i < parts.size(); i++) {
                int difference = compare(parts.get(i), others.get(i));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        }
        return one instanceof Comparable comparable && one.getClass() == other.getClass() ? comparable.compareTo(other)
                : 0;
    }

}
