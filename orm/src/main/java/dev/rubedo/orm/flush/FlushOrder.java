package dev.rubedo.orm.flush;

import dev.rubedo.orm.flush.FlushPlanner.LinkChanges;
import dev.rubedo.orm.flush.FlushPlanner.Parent;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.Model;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Orders the work of a flush: one node saves all rows of an entity, one deletes them, two carry each relationship over; edges are those
 * of SQLAlchemy's dependency processors. Nodes come level by level, each level by name, so that the same work always gives the same
 * statements. Entities that depend on each other in a circle are one node, whose rows {@link CycleBreaker} orders one by one. Confined to one
 * thread at a time.
 */
final class FlushOrder {

    private enum Phase {
        LEAVE, JOIN, SAVE, DELETE
    }

    private record Node(Phase phase, Object subject, String name) {
        @Override
        public String toString() {
            return phase + " " + name;
        }
    }

    private final Model model;
    private final Map<Mapper<?>, List<ManagedEntity>> inserts;
    private final Map<Mapper<?>, List<ManagedEntity>> updates;
    private final Map<Mapper<?>, List<ManagedEntity>> deletes;
    private final Set<RelationshipProperty> changedRelationships;
    private final Map<RelationshipProperty, LinkChanges> links;
    private final Map<ManagedEntity, List<Parent>> parents;
    private final List<FlushAction> actions = new ArrayList<>();

    FlushOrder(Model model, List<ManagedEntity> inserts, List<ManagedEntity> updates, List<ManagedEntity> deletes,
            Set<RelationshipProperty> changedRelationships, Map<RelationshipProperty, LinkChanges> links,
            Map<ManagedEntity, List<Parent>> parents) {
        this.model = model;
        this.inserts = byMapper(inserts);
        this.updates = byMapper(updates);
        this.deletes = byMapper(deletes);
        this.changedRelationships = changedRelationships;
        this.links = links;
        this.parents = parents;
    }

    private Map<Mapper<?>, List<ManagedEntity>> byMapper(List<ManagedEntity> objects) {
        Map<Mapper<?>, List<ManagedEntity>> groups = new TreeMap<>(Comparator.<Mapper<?>, String>comparing(Mapper::name)
                .thenComparing(Mapper::position));
        Mapper<?> mapper = null;
        List<ManagedEntity> group = List.of();
        for (ManagedEntity object : objects) {
            Mapper<?> own = model.mapper(object);
            if (own != mapper) {
                mapper = own;
                group = groups.computeIfAbsent(own, any -> new ArrayList<>());
            }
            group.add(object);
        }
        return groups;
    }

    List<FlushAction> actions() {
        if (links.isEmpty() && inserts.size() + updates.size() + deletes.size() == 1
                && changedRelationships.stream().noneMatch(RelationshipProperty::isSelfReference)
                && deletes.keySet().stream().noneMatch(this::deletesRowsThatMayReferToEachOther)) {
            inserts.keySet().forEach(this::save);
            updates.keySet().forEach(this::save);
            deletes.keySet().forEach(this::delete);
            return actions;
        }
        LayeredGraph<Node> graph = graph();
        for (List<List<Node>> level : graph.levels(Comparator.comparing(Node::toString))) {
            for (List<Node> group : level) {
                run(group, graph);
            }
        }
        return actions;
    }

    private LayeredGraph<Node> graph() {
        LayeredGraph<Node> graph = new LayeredGraph<>();
        Set<Mapper<?>> involved = new java.util.LinkedHashSet<>(inserts.keySet());
        involved.addAll(updates.keySet());
        involved.addAll(deletes.keySet());
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
        }
        for (RelationshipProperty relationship : links.keySet()) {
            edges(graph, relationship);
        }
        return graph;
    }

    private boolean deletesRowsThatMayReferToEachOther(Mapper<?> mapper) {
        return deletes.getOrDefault(mapper, List.of()).size() > 1
                && mapper.relationships().stream().anyMatch(RelationshipProperty::isSelfReference);
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
                    if (node.subject instanceof RelationshipProperty relationship
                            && relationship.kind() == Kind.MANY_TO_MANY) {
                        links(relationship);
                    }
                }
                case LEAVE -> {}
            }
        }
        boolean circle = graph.isCircle(group);
        if (circle && !saves.isEmpty()) {
            new CycleBreaker(actions, saves, inserts, updates, parents).saves();
        } else {
            saves.forEach(this::save);
        }
        if (circle && !removals.isEmpty()) {
            new CycleBreaker(actions, removals, deletes, Map.of(), parents).deletes();
        } else {
            removals.forEach(this::delete);
        }
    }

    private void save(Mapper<?> mapper) {
        List<ManagedEntity> changed = updates.getOrDefault(mapper, List.of());
        if (!changed.isEmpty()) {
            actions.add(new FlushAction.Update(mapper, byKey(mapper, changed)));
        }
        List<ManagedEntity> added = inserts.getOrDefault(mapper, List.of());
        if (!added.isEmpty()) {
            actions.add(new FlushAction.Insert(mapper, added));
        }
    }

    private void delete(Mapper<?> mapper) {
        List<ManagedEntity> removed = deletes.getOrDefault(mapper, List.of());
        if (!removed.isEmpty()) {
            actions.add(new FlushAction.Delete(mapper, byKey(mapper, removed)));
        }
    }

    private void links(RelationshipProperty relationship) {
        LinkChanges changes = links.get(relationship);
        if (changes == null) {
            return;
        }
        List<FlushAction.Pair> removed = new ArrayList<>(changes.removed);
        removed.removeAll(changes.added);
        List<FlushAction.Pair> added = new ArrayList<>(changes.added);
        added.removeAll(changes.removed);
        if (!removed.isEmpty()) {
            actions.add(new FlushAction.Unlink(relationship, removed));
        }
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
        Map<ManagedEntity, Object> keys = new java.util.IdentityHashMap<>();
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
