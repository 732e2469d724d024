package dev.rubedo.migrate.revision;

import dev.rubedo.graph.Cycles;
import dev.rubedo.graph.Edge;
import dev.rubedo.migrate.error.RevisionCycleException;
import dev.rubedo.migrate.error.RevisionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The edges between revisions in both directions, checked. There are two kinds of edges: from a revision to its down
 * revisions, and to the revisions that it depends on. Immutable.
 */
final class RevisionGraph {
    private final Map<String, RevisionNode> nodes = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, List<String>> dependencies = new HashMap<>();
    /** The down revisions, then the dependencies that no down revision already implies. */
    private final Map<String, List<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> next = new HashMap<>();
    private final Map<String, Set<String>> allNext = new HashMap<>();
    private final Map<String, Set<String>> branches = new HashMap<>();

    RevisionGraph(Collection<RevisionNode> revisions) {
        revisions.forEach(this::addNode);
        revisions.forEach(this::addLabels);
        nodes.values().forEach(this::addEdges);
        requireNoCycle(false);
        requireNoCycle(true);
        nodes.keySet().forEach(id -> parents.put(id, parentsOf(id)));
        nodes.values().forEach(this::spreadLabels);
    }

    private void addNode(RevisionNode node) {
        var other = nodes.putIfAbsent(node.id(), node);
        if (other != null) {
            throw new RevisionException("Two revisions have the id \"" + node.id() + "\": " + place(other) + " and "
                    + place(node) + ". Give one of them another id, or remove it.");
        }
        next.put(node.id(), new LinkedHashSet<>());
        allNext.put(node.id(), new LinkedHashSet<>());
        branches.put(node.id(), new LinkedHashSet<>());
    }

    private static String place(RevisionNode node) {
        return node.origin().isEmpty() ? "after " + node.downRevisions() : node.origin();
    }

    private void addLabels(RevisionNode node) {
        for (var label : node.branchLabels()) {
            var other = nodes.containsKey(label) ? label : labels.putIfAbsent(label, node.id());
            if (other != null) {
                throw new RevisionException("The branch label \"" + label + "\" of revision " + node.described()
                        + " is already used by revision " + node(other).described() + ". Choose another one.");
            }
        }
    }

    private void addEdges(RevisionNode node) {
        for (var down : node.downRevisions()) {
            if (!nodes.containsKey(down)) {
                throw missing(node, "downRevision", down);
            }
            next(down).add(node.id());
            allNext(down).add(node.id());
        }
        var needed = new ArrayList<String>();
        for (var dependency : node.dependsOn()) {
            var id = labels.getOrDefault(dependency, dependency);
            if (!nodes.containsKey(id)) {
                throw missing(node, "dependsOn", dependency);
            }
            if (id.equals(node.id())) {
                throw new RevisionCycleException(List.of(id), true);
            }
            needed.add(id);
            allNext(id).add(node.id());
        }
        dependencies.put(node.id(), needed);
    }

    private static RevisionException missing(RevisionNode node, String attribute, String id) {
        return new RevisionException("Revision " + node.described() + " names \"" + id + "\" as its " + attribute
                + ", but there is no such revision. Correct the id, or restore the missing revision.");
    }

    private void requireNoCycle(boolean withDependencies) {
        var edges = new ArrayList<Edge<String>>();
        for (var node : nodes.values()) {
            node.downRevisions().forEach(down -> edges.add(new Edge<>(down, node.id())));
            if (withDependencies) {
                dependencies(node.id()).forEach(dependency -> edges.add(new Edge<>(dependency, node.id())));
            }
        }
        var cycle = Cycles.one(nodes.keySet(), edges);
        if (!cycle.isEmpty()) {
            throw new RevisionCycleException(cycle, withDependencies);
        }
    }

    private List<String> parentsOf(String id) {
        var own = new LinkedHashSet<>(dependencies(id));
        if (!own.isEmpty()) {
            for (var ancestor : ancestors(List.of(id), false)) {
                if (!ancestor.equals(id)) {
                    dependencies(ancestor).forEach(own::remove);
                }
            }
        }
        var all = new LinkedHashSet<>(node(id).downRevisions());
        all.addAll(own);
        return List.copyOf(all);
    }

    /**
     * A label belongs to the whole line that it begins: to all descendants, and to the ancestors up to the next branch
     * point.
     */
    private void spreadLabels(RevisionNode node) {
        if (node.branchLabels().isEmpty()) {
            return;
        }
        descendants(List.of(node.id()), false).forEach(id -> branches(id).addAll(node.branchLabels()));
        var below = node;
        while (!below.isMerge() && allNext(below.id()).size() < 2) {
            branches(below.id()).addAll(node.branchLabels());
            if (below.isBase()) {
                return;
            }
            below = node(below.downRevisions().get(0));
        }
    }

    Map<String, RevisionNode> nodes() {
        return nodes;
    }

    /** Returns the revisions at which labels begin, by label. */
    Map<String, String> labels() {
        return labels;
    }

    RevisionNode node(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("There is no revision \"" + id + "\"");
        }
        return node;
    }

    List<String> dependencies(String id) {
        return dependencies.getOrDefault(id, List.of());
    }

    List<String> parents(String id) {
        return parents.getOrDefault(id, List.of());
    }

    /** Returns the revisions that follow a revision. */
    Set<String> next(String id) {
        return next.getOrDefault(id, Set.of());
    }

    /** Returns the revisions that follow a revision or depend on it. */
    Set<String> allNext(String id) {
        return allNext.getOrDefault(id, Set.of());
    }

    Set<String> branches(String id) {
        return branches.getOrDefault(id, Set.of());
    }

    /** Returns revisions and all their ancestors. */
    Set<String> ancestors(Collection<String> ids, boolean withDependencies) {
        return reached(ids, id -> {
            if (!withDependencies || dependencies(id).isEmpty()) {
                return node(id).downRevisions();
            }
            var all = new ArrayList<>(node(id).downRevisions());
            all.addAll(dependencies(id));
            return all;
        });
    }

    /** Returns revisions and all their descendants. */
    Set<String> descendants(Collection<String> ids, boolean withDependencies) {
        return reached(ids, id -> withDependencies ? allNext(id) : next(id));
    }

    private static Set<String> reached(Collection<String> ids, Function<String, Collection<String>> step) {
        var found = new LinkedHashSet<>(ids);
        var open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (var id : step.apply(open.remove())) {
                if (found.add(id)) {
                    open.add(id);
                }
            }
        }
        return found;
    }

    /** Returns revisions and all their ancestors, rejecting revisions of which one is an ancestor of another. */
    Set<String> separateAncestors(Collection<String> ids) {
        var distinct = new LinkedHashSet<>(ids);
        if (distinct.size() > 1) {
            for (var id : distinct) {
                var overlap = new LinkedHashSet<>(ancestors(List.of(id), true));
                overlap.retainAll(distinct);
                overlap.remove(id);
                if (!overlap.isEmpty()) {
                    throw new RevisionException("Revision \"" + id + "\" comes after the revision"
                            + (overlap.size() > 1 ? "s " : " ") + quoted(overlap)
                            + " that is requested with it. Name only \"" + id + "\".");
                }
            }
        }
        return ancestors(distinct, true);
    }

    static String quoted(Collection<String> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").reduce((one, other) -> one + ", " + other).orElse("\"base\"");
    }
}
