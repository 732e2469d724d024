package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.flush.FlushAction;
import dev.rubedo.orm.flush.FlushPlan.Parent;
import dev.rubedo.orm.internal.flush.FlushPlanner.LinkChanges;
import dev.rubedo.orm.internal.flush.RowConflicts.Conflict;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.ForeignKeyProperty;
import dev.rubedo.orm.model.Hierarchy;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders the work of a flush. One node saves all rows of a table, one deletes them, and two process each relationship;
 * the edges are those of SQLAlchemy's dependency processors. Nodes are ordered by level and then by name, so that the
 * same work always results in the same statements. Tables in a dependency cycle are one node, whose rows {@link
 * RowOrder} orders individually. It also orders all rows individually if any of them conflict. Confined to one thread
 * at a time.
 */
final class FlushOrder {

    private enum Phase {
        LEAVE, JOIN, SAVE, DELETE
    }

    /** The kinds of changes to a row, in the order in which independent rows of one entity are written. */
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
    private List<String> exchanged = List.of();

    FlushOrder(RowChanges rows, Set<RelationshipProperty> changedRelationships,
            Map<RelationshipProperty, LinkChanges> links, Map<ManagedEntity, List<Parent>> parents,
            List<Conflict> conflicts) {
        this.rows = rows;
        this.changedRelationships = changedRelationships;
        this.links = links;
        this.parents = parents;
        this.conflicts = conflicts;
    }

    /**
     * Returns the unique attributes whose values are exchanged and cannot be set to NULL in between. Available after
     * {@link #actions}.
     */
    List<String> exchanged() {
        return exchanged;
    }

    List<FlushAction> actions() {
        if (!conflicts.isEmpty()) {
            rowByRow();
            return actions;
        }
        Set<EntityTable> involved = rows.tables();
        if (links.isEmpty() && involved.size() == 1 && isOneKind()
                && changedRelationships.stream().noneMatch(FlushOrder::isSelfReference)
                && involved.stream().noneMatch(this::deletesRowsThatMayReferToEachOther)
                && involved.stream().noneMatch(this::savesRowsThatReferToNewOnes)) {
            for (EntityTable table : involved) {
                save(table);
                delete(table);
            }
            return actions;
        }
        LayeredGraph<Node> graph = graph(involved);
        List<List<List<Node>>> levels = graph.levels(Comparator.comparing(Node::toString));
        if (levels.stream().flatMap(List::stream)
                .anyMatch(group -> graph.isCycle(group) && isOfSeveralTables(group))) {
            rowByRow();
            return actions;
        }
        for (List<List<Node>> level : levels) {
            for (List<Node> group : level) {
                run(group, graph);
            }
        }
        return actions;
    }

    /**
     * Returns whether a cycle includes objects with rows in several tables. In that case objects are ordered, not tables.
     */
    private static boolean isOfSeveralTables(List<Node> group) {
        return group.stream().anyMatch(node -> node.subject instanceof EntityTable table
                && (table.slot() > 0 || table.mapper().hierarchy().mappers().stream()
                        .anyMatch(mapper -> mapper.tables().size() > 1)));
    }

    /** Returns whether a foreign key is in the table that it refers to. */
    private static boolean isSelfReference(RelationshipProperty relationship) {
        return switch (relationship.kind()) {
            case MANY_TO_ONE -> holder(relationship) == last(relationship.target());
            case ONE_TO_MANY -> holder(relationship) == last(relationship.owner());
            case MANY_TO_MANY, BY_CONDITION -> relationship.isSelfReference();
        };
    }

    /** Returns the table with the foreign key of a relationship. */
    private static EntityTable holder(RelationshipProperty relationship) {
        return relationship.kind() == RelationshipProperty.Kind.MANY_TO_ONE
                ? relationship.owner().tableOf(relationship.local()[0])
                : relationship.target().tableOf(relationship.remote()[0]);
    }

    /** Returns the table whose rows of an entity are written last and deleted first. */
    private static EntityTable last(Mapper<?> mapper) {
        return mapper.tables().get(mapper.tables().size() - 1);
    }

    private static List<Mapper<?>> storedIn(EntityTable table) {
        return table.mapper().hierarchy().mappers().stream().filter(mapper -> mapper.tables().contains(table)).toList();
    }

    private boolean isOneKind() {
        return rows.inserts().size() + rows.updates().size() + rows.replacements().size() + rows.deletes().size() == 1;
    }

    /** Orders conflicting rows individually. Join table rows are deleted before and inserted after all other rows. */
    private void rowByRow() {
        List<RelationshipProperty> linked = new ArrayList<>(links.keySet());
        linked.sort(Comparator.comparing(RelationshipProperty::toString));
        linked.forEach(this::unlink);
        RowOrder order = new RowOrder(rows, rows.mappers(), parents, conflicts);
        actions.addAll(order.actions(true, true));
        exchanged = order.exchanged();
        linked.forEach(this::link);
    }

    private LayeredGraph<Node> graph(Set<EntityTable> involved) {
        LayeredGraph<Node> graph = new LayeredGraph<>();
        for (EntityTable table : involved) {
            graph.edge(node(Phase.SAVE, table), node(Phase.DELETE, table));
        }
        for (RelationshipProperty relationship : links.keySet()) {
            graph.add(node(Phase.JOIN, relationship));
        }
        Set<Mapper<?>> mappers = new LinkedHashSet<>();
        involved.forEach(table -> mappers.addAll(storedIn(table)));
        for (Mapper<?> mapper : mappers) {
            List<EntityTable> tables = mapper.tables();
            for (int slot = 1; slot < tables.size(); slot++) {
                graph.edge(node(Phase.SAVE, tables.get(slot - 1)), node(Phase.SAVE, tables.get(slot)));
                graph.edge(node(Phase.DELETE, tables.get(slot)), node(Phase.DELETE, tables.get(slot - 1)));
            }
            for (RelationshipProperty relationship : mapper.storedRelationships()) {
                boolean isSelf = isSelfReference(relationship);
                boolean bothInvolved = involved.contains(last(relationship.target()))
                        && involved.contains(last(relationship.owner())) && !isSelf;
                if (bothInvolved || changedRelationships.contains(relationship) || links.containsKey(relationship)
                        || isSelf && deletesRowsThatMayReferToEachOther(last(relationship.owner()))) {
                    edges(graph, relationship);
                }
            }
            for (ForeignKeyProperty foreignKey : mapper.foreignKeys()) {
                EntityTable holder = mapper.tableOf(foreignKey.attributes()[0]);
                EntityTable target = last(foreignKey.target());
                if (involved.contains(holder) && involved.contains(target)
                        && (target != holder || deletesRowsThatMayReferToEachOther(holder))) {
                    edges(graph, holder, target);
                }
            }
        }
        for (EntityTable table : involved) {
            if (savesRowsThatReferToNewOnes(table)) {
                graph.edge(node(Phase.SAVE, table), node(Phase.SAVE, table));
            }
        }
        for (RelationshipProperty relationship : links.keySet()) {
            edges(graph, relationship);
        }
        return graph;
    }

    /** Adds the edges of a foreign key, which orders two tables even without a relationship. */
    private static void edges(LayeredGraph<Node> graph, EntityTable from, EntityTable to) {
        if (from != to) {
            graph.edge(node(Phase.SAVE, to), node(Phase.SAVE, from));
        }
        graph.edge(node(Phase.SAVE, from), node(Phase.DELETE, to));
        graph.edge(node(Phase.DELETE, from), node(Phase.DELETE, to));
    }

    private boolean deletesRowsThatMayReferToEachOther(EntityTable table) {
        return RowChanges.in(table, rows.deletes()).size() > 1
                && storedIn(table).stream().anyMatch(mapper -> mapper.foreignKeys().stream()
                        .anyMatch(foreignKey -> last(foreignKey.target()) == table
                                && mapper.tableOf(foreignKey.attributes()[0]) == table));
    }

    /**
     * Returns whether rows refer to each other by foreign keys that the application set to keys that it assigned to new
     * rows, or changed.
     */
    private boolean savesRowsThatReferToNewOnes(EntityTable table) {
        List<ManagedEntity> inserts = RowChanges.in(table, rows.inserts());
        for (Mapper<?> mapper : storedIn(table)) {
            for (ForeignKeyProperty foreignKey : mapper.foreignKeys()) {
                if (last(foreignKey.target()) == table && mapper.tableOf(foreignKey.attributes()[0]) == table
                        && RowConflicts.refersToAny(withNewKeys(inserts, table, foreignKey), foreignKey,
                                List.of(rows.inserts(mapper), rows.updates(mapper), rows.replacements(mapper)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<ManagedEntity> withNewKeys(List<ManagedEntity> inserts, EntityTable table,
            ForeignKeyProperty foreignKey) {
        List<ManagedEntity> changed = RowChanges.in(table, rows.updates()).stream()
                .filter(object -> RowConflicts.changes(object, foreignKey.targetAttributes())).toList();
        return changed.isEmpty() ? inserts : Stream.concat(inserts.stream(), changed.stream()).toList();
    }

    private static Node node(Phase phase, EntityTable table) {
        return new Node(phase, table, sortName(table));
    }

    /** Returns the name that unrelated tables are sorted by: classes with concrete tables follow that of their root. */
    private static String sortName(EntityTable table) {
        EntityDefinition<?> root = table.mapper().definition();
        while (root.superclass() != null) {
            root = root.superclass();
        }
        return root.name().equals(table.name()) ? table.name() : root.name() + " " + table.name();
    }

    private static Node node(Phase phase, RelationshipProperty relationship) {
        return new Node(phase, relationship, relationship.toString());
    }

    private static void edges(LayeredGraph<Node> graph, RelationshipProperty relationship) {
        EntityTable owner = last(relationship.owner());
        EntityTable target = last(relationship.target());
        switch (relationship.kind()) {
            case MANY_TO_ONE -> owner = holder(relationship);
            case ONE_TO_MANY -> target = holder(relationship);
            case MANY_TO_MANY, BY_CONDITION -> {}
        }
        Node ownerSaves = node(Phase.SAVE, owner);
        Node targetSaves = node(Phase.SAVE, target);
        Node ownerDeletes = node(Phase.DELETE, owner);
        Node targetDeletes = node(Phase.DELETE, target);
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
            case BY_CONDITION -> {}
        }
    }

    private void run(List<Node> group, LayeredGraph<Node> graph) {
        List<EntityTable> saves = new ArrayList<>();
        List<EntityTable> removals = new ArrayList<>();
        for (Node node : group) {
            switch (node.phase) {
                case SAVE -> saves.add((EntityTable) node.subject);
                case DELETE -> removals.add((EntityTable) node.subject);
                case JOIN -> {
                    if (node.subject instanceof RelationshipProperty relationship && links.containsKey(relationship)) {
                        unlink(relationship);
                        link(relationship);
                    }
                }
                case LEAVE -> {}
            }
        }
        boolean cycle = graph.isCycle(group);
        if (cycle && !saves.isEmpty()) {
            actions.addAll(new RowOrder(rows, mappers(saves), parents, List.of()).actions(true, false));
        } else {
            saves.forEach(this::save);
        }
        if (cycle && !removals.isEmpty()) {
            actions.addAll(new RowOrder(rows, mappers(removals), parents, List.of()).actions(false, true));
        } else {
            removals.forEach(this::delete);
        }
    }

    private static List<Mapper<?>> mappers(List<EntityTable> tables) {
        return tables.stream().<Mapper<?>>flatMap(table -> storedIn(table).stream()).toList();
    }

    private void save(EntityTable table) {
        write(actions, table, Kind.UPDATE, RowChanges.in(table, rows.updates()), rows);
        write(actions, table, Kind.REPLACE, RowChanges.in(table, rows.replacements()), rows);
        write(actions, table, Kind.INSERT, rows.insertsIn(table), rows);
    }

    private void delete(EntityTable table) {
        write(actions, table, Kind.DELETE, RowChanges.in(table, rows.deletes()), rows);
    }

    /** Adds the steps that write all rows of these objects of one entity. */
    static void write(List<FlushAction> actions, Mapper<?> mapper, Kind kind, List<ManagedEntity> objects,
            RowChanges rows) {
        List<EntityTable> tables = mapper.tables();
        for (int i = 0; i < tables.size(); i++) {
            write(actions, tables.get(kind == Kind.DELETE ? tables.size() - 1 - i : i), kind, objects, rows);
        }
    }

    /** Adds the step that writes the rows that these objects have in one table, if there are any. */
    private static void write(List<FlushAction> actions, EntityTable table, Kind kind, List<ManagedEntity> all,
            RowChanges rows) {
        List<ManagedEntity> objects = kind == Kind.UPDATE ? changedIn(table, all) : all;
        // the database deletes the rows in the tables of subclasses
        boolean isPassive = kind == Kind.DELETE && table.slot() > 0
                && table.mapper().definition().isPassivelyDeleted();
        if (!objects.isEmpty() && !isPassive) {
            actions.add(switch (kind) {
                case DELETE -> new FlushAction.Delete(table, byKey(table.mapper(), objects));
                case UPDATE -> new FlushAction.Update(table, byKey(table.mapper(), objects));
                case REPLACE ->
                    new FlushAction.Replace(table, objects, objects.stream().map(rows::replaced).toList());
                case INSERT -> new FlushAction.Insert(table, objects);
            });
        }
    }

    /** Returns the objects whose row in this table changes. The version is in the first table. */
    private static List<ManagedEntity> changedIn(EntityTable table, List<ManagedEntity> objects) {
        Hierarchy hierarchy = table.mapper().hierarchy();
        if (!hierarchy.isPolymorphic()) {
            return objects;
        }
        return objects.stream().filter(object -> {
            Mapper<?> mapper = hierarchy.mapper(object);
            return mapper.tables().size() == 1 || table.slot() == 0 && mapper.version() >= 0
                    || Arrays.stream(mapper.attributes(table))
                            .anyMatch(attribute -> EntityInternals.isChanged(object, attribute));
        }).toList();
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

    /** Sorts objects by primary key, so that transactions that change the same rows do so in the same order. */
    @SuppressWarnings("unchecked")
    static List<ManagedEntity> byKey(Mapper<?> mapper, List<ManagedEntity> objects) {
        if (objects.size() < 2) {
            return objects;
        }
        record Keyed(Object key, ManagedEntity object) {}
        Keyed[] sorted = new Keyed[objects.size()];
        for (int i = 0; i < sorted.length; i++) {
            ManagedEntity object = objects.get(i);
            sorted[i] = new Keyed(mapper.storedKey(object), object);
        }
        Arrays.sort(sorted, (one, other) -> compare(one.key(), other.key()));
        return List.of(Arrays.stream(sorted).map(Keyed::object).toArray(ManagedEntity[]::new));
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
