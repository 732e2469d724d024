package dev.rubedo.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search for cycles in a directed graph, by strongly connected components (Tarjan, "Depth-first search and linear
 * graph algorithms", without recursion). Takes time proportional to the number of nodes and edges. Immutable.
 */
public final class Cycles {
    private Cycles() {}

    /**
     * Returns every node that is on a cycle, in the given order. A node with an edge to itself is on a cycle.
     *
     * @param nodes the nodes
     * @param edges the edges; those from or to a node that is not given are ignored
     */
    public static <N> Set<N> find(Collection<? extends N> nodes, Collection<Edge<N>> edges) {
        var onCycle = new HashSet<N>();
        components(nodes, edges).forEach(onCycle::addAll);
        var result = new LinkedHashSet<N>(nodes);
        result.retainAll(onCycle);
        return result;
    }

    /**
     * Returns the strongly connected components. A node that is on no cycle is in no component.
     *
     * @param nodes the nodes
     * @param edges the edges; those from or to a node that is not given are ignored
     */
    public static <N> List<Set<N>> components(Collection<? extends N> nodes, Collection<Edge<N>> edges) {
        var successors = successors(nodes, edges);
        var search = new Search<>(successors);
        successors.keySet().forEach(search::start);
        search.components.removeIf(component -> {
            var first = component.iterator().next();
            return component.size() == 1 && !successors.getOrDefault(first, List.of()).contains(first);
        });
        return search.components;
    }

    /**
     * Returns the nodes of one cycle, each with an edge to the next and the last to the first; empty if there is none.
     *
     * @param nodes the nodes
     * @param edges the edges; those from or to a node that is not given are ignored
     */
    public static <N> List<N> one(Collection<? extends N> nodes, Collection<Edge<N>> edges) {
        var components = components(nodes, edges);
        if (components.isEmpty()) {
            return List.of();
        }
        var component = components.get(0);
        var successors = successors(component, edges);
        var path = new ArrayList<N>();
        var place = new HashMap<N, Integer>();
        N node = component.iterator().next();
        while (!place.containsKey(node)) {
            place.put(node, path.size());
            path.add(node);
            // every node of a component has a successor in it
            node = successors.getOrDefault(node, List.of()).get(0);
        }
        return List.copyOf(path.subList(place.getOrDefault(node, 0), path.size()));
    }

    private static <N> Map<N, List<N>> successors(Collection<? extends N> nodes, Collection<Edge<N>> edges) {
        var successors = new LinkedHashMap<N, List<N>>();
        nodes.forEach(node -> successors.put(node, new ArrayList<>()));
        for (var edge : edges) {
            var list = successors.get(edge.before());
            if (list != null && successors.containsKey(edge.after())) {
                list.add(edge.after());
            }
        }
        return successors;
    }

    /** The state of one search. */
    private static final class Search<N> {
        private final Map<N, List<N>> successors;
        private final Map<N, Visit<N>> visits = new HashMap<>();
        private final Deque<Visit<N>> open = new ArrayDeque<>();
        private final List<Set<N>> components = new ArrayList<>();

        private Search(Map<N, List<N>> successors) {
            this.successors = successors;
        }

        private void start(N root) {
            if (visits.containsKey(root)) {
                return;
            }
            var path = new ArrayDeque<Visit<N>>();
            path.push(visit(root));
            while (!path.isEmpty()) {
                var visit = path.element();
                var next = visit.next(successors);
                if (next == null) {
                    path.pop();
                    finish(visit, path);
                    continue;
                }
                var known = visits.get(next.value());
                if (known == null) {
                    path.push(visit(next.value()));
                } else if (known.isOpen) {
                    visit.low = Math.min(visit.low, known.index);
                }
            }
        }

        private Visit<N> visit(N node) {
            var visit = new Visit<>(node, visits.size());
            visits.put(node, visit);
            open.push(visit);
            return visit;
        }

        private void finish(Visit<N> visit, Deque<Visit<N>> path) {
            if (!path.isEmpty()) {
                var parent = path.element();
                parent.low = Math.min(parent.low, visit.low);
            }
            if (visit.low != visit.index) {
                return;
            }
            var component = new LinkedHashSet<N>();
            Visit<N> member;
            do {
                member = open.pop();
                member.isOpen = false;
                component.add(member.node);
            } while (member.index != visit.index);
            components.add(component);
        }
    }

    /** A node that has been visited. */
    private static final class Visit<N> {
        private final N node;
        private final int index;
        private int low;
        private int seen;
        private boolean isOpen = true;

        private Visit(N node, int index) {
            this.node = node;
            this.index = index;
            this.low = index;
        }

        private @Nullable Step<N> next(Map<N, List<N>> successors) {
            var list = successors.getOrDefault(node, List.of());
            return seen < list.size() ? new Step<>(list.get(seen++)) : null;
        }
    }

    /** The next node to look at. */
    private record Step<N>(N value) {}
}
