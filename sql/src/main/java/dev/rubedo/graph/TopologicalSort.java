package dev.rubedo.graph;

import dev.rubedo.error.CircularDependencyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders nodes so that every edge points forward. The result depends only on the order of the nodes given: it is made
 * in levels, each of what only depends on levels before, and a level keeps the order given (SQLAlchemy,
 * {@code util/topological.py}). Takes time in proportion to nodes and edges. Immutable.
 */
public final class TopologicalSort {
    private TopologicalSort() {}

    /**
     * Returns the nodes in order.
     *
     * @param nodes the nodes, in the order that is kept where edges allow it; a node given twice counts once
     * @param edges the demands; those from or to a node that is not given count for nothing
     * @throws CircularDependencyException if there is no order
     */
    public static <N> List<N> sort(Collection<? extends N> nodes, Collection<Edge<N>> edges) {
        var sorted = new ArrayList<N>(nodes.size());
        levels(nodes, edges).forEach(sorted::addAll);
        return sorted;
    }

    /**
     * Returns the nodes in levels: what is in one level depends only on levels before.
     *
     * @param nodes the nodes, in the order that a level keeps; a node given twice counts once
     * @param edges the demands; those from or to a node that is not given count for nothing
     * @throws CircularDependencyException if there is no order
     */
    public static <N> List<List<N>> levels(Collection<? extends N> nodes, Collection<Edge<N>> edges) {
        var open = new LinkedHashMap<N, Node<N>>();
        for (N node : nodes) {
            open.computeIfAbsent(node, value -> new Node<>(value, open.size()));
        }
        for (var edge : edges) {
            var before = open.get(edge.before());
            var after = open.get(edge.after());
            if (before != null && after != null) {
                before.successors.add(after);
                after.waitsFor++;
            }
        }
        return levels(open, edges);
    }

    private static <N> List<List<N>> levels(Map<N, Node<N>> all, Collection<Edge<N>> edges) {
        var levels = new ArrayList<List<N>>();
        int done = 0;
        var level = all.values().stream().filter(node -> node.waitsFor == 0).toList();
        while (!level.isEmpty()) {
            levels.add(level.stream().map(node -> node.value).toList());
            done += level.size();
            var next = new ArrayList<Node<N>>();
            for (var node : level) {
                for (var successor : node.successors) {
                    if (--successor.waitsFor == 0) {
                        next.add(successor);
                    }
                }
            }
            next.sort((one, other) -> Integer.compare(one.position, other.position));
            level = next;
        }
        if (done < all.size()) {
            var cycle = Cycles.one(all.keySet(), edges).stream().map(String::valueOf).toList();
            throw new CircularDependencyException(
                    "No order exists: each of these comes before the next, and the last before the first: "
                            + String.join(", ", cycle),
                    cycle);
        }
        return levels;
    }

    /** A node while its level is sought. */
    private static final class Node<N> {
        private final N value;
        private final int position;
        private final List<Node<N>> successors = new ArrayList<>();
        private int waitsFor;

        private Node(N value, int position) {
            this.value = value;
            this.position = position;
        }
    }
}
