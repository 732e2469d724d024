package dev.rubedo.graph;

import dev.rubedo.error.CircularDependencyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sort of nodes such that every edge points forward. The result depends only on the order of the given nodes: it is
 * built in levels, each of nodes that depend only on earlier levels, and a level keeps the given order (SQLAlchemy,
 * {@code util/topological.py}). Takes time proportional to the number of nodes and edges. Immutable.
 */
public final class TopologicalSort {
    private TopologicalSort() {}

    /**
     * Returns the nodes in an order that satisfies all edges.
     *
     * @param nodes the nodes, whose order is kept where edges allow; duplicates are ignored
     * @param edges the ordering constraints; those from or to a node that is not given are ignored
     * @throws CircularDependencyException if there is no order
     */
    public static <N> List<N> sort(Collection<? extends N> nodes, Collection<Edge<N>> edges) {
        var sorted = new ArrayList<N>(nodes.size());
        levels(nodes, edges).forEach(sorted::addAll);
        return sorted;
    }

    /**
     * Returns the nodes in levels: the nodes of a level depend only on earlier levels.
     *
     * @param nodes the nodes, whose order is kept within a level; duplicates are ignored
     * @param edges the ordering constraints; those from or to a node that is not given are ignored
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
                    "No order exists, because each of these must come before the next and the last before the first: "
                            + String.join(", ", cycle),
                    cycle);
        }
        return levels;
    }

    /** A node whose level is being determined. */
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
