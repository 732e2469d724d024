package dev.rubedo.orm.internal.flush;

import dev.rubedo.graph.Cycles;
import dev.rubedo.graph.Edge;
import dev.rubedo.graph.TopologicalSort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph that is traversed by level. Each level contains the nodes that depend only on earlier levels. The nodes of a
 * cycle are one group. Confined to one thread at a time.
 */
final class LayeredGraph<N> {

    private final Set<N> nodes = new LinkedHashSet<>();
    private final Set<Edge<N>> edges = new LinkedHashSet<>();
    private final Set<List<N>> cycles = new LinkedHashSet<>();

    void add(N node) {
        nodes.add(node);
    }

    void edge(N first, N second) {
        nodes.add(first);
        nodes.add(second);
        edges.add(new Edge<>(first, second));
    }

    boolean isCycle(List<N> group) {
        return cycles.contains(group);
    }

    /** Returns the levels; each is a list of groups, ordered by their first node. */
    List<List<List<N>>> levels(Comparator<N> order) {
        Map<N, List<N>> groupOf = new HashMap<>();
        for (Set<N> component : Cycles.components(nodes, edges)) {
            List<N> group = component.stream().sorted(order).toList();
            cycles.add(group);
            group.forEach(node -> groupOf.put(node, group));
        }
        for (N node : nodes) {
            groupOf.computeIfAbsent(node, List::of);
        }
        List<List<N>> groups = new ArrayList<>(new LinkedHashSet<>(groupOf.values()));
        groups.sort((one, other) -> order.compare(one.get(0), other.get(0)));
        Set<Edge<List<N>>> between = new LinkedHashSet<>();
        for (Edge<N> edge : edges) {
            List<N> before = groupOf.getOrDefault(edge.before(), List.of());
            List<N> after = groupOf.getOrDefault(edge.after(), List.of());
            if (before != after) {
                between.add(new Edge<>(before, after));
            }
        }
        return TopologicalSort.levels(groups, between);
    }
}
