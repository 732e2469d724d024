package dev.rubedo.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** The determination of the steps that change the recorded revisions without running any. Immutable. */
final class StampPath {
    private final RevisionMap map;
    private final RevisionGraph graph;

    StampPath(RevisionMap map) {
        this.map = map;
        this.graph = map.graph();
    }

    List<StampStep> steps(Collection<String> targets, Collection<String> current) {
        var heads = RevisionMap.ids(map.resolve(current));
        var symbols = targets.isEmpty() ? List.of("base") : targets;
        var affected = new LinkedHashSet<String>();
        symbols.forEach(symbol -> affected.addAll(map.sharing(heads, symbol, true)));
        var steps = new ArrayList<StampStep>();
        for (var symbol : symbols) {
            var nodes = map.resolve(symbol);
            if (nodes.isEmpty()) {
                affected.forEach(head -> steps.add(StampStep.remove(map, head)));
            }
            for (var node : nodes) {
                if (!affected.contains(node.id())) {
                    steps.add(step(node.id(), affected));
                }
            }
        }
        return List.copyOf(steps);
    }

    private StampStep step(String id, Collection<String> affected) {
        var above = graph.descendants(List.of(id), true);
        if (affected.stream().anyMatch(above::contains)) {
            return StampStep.replace(map, List.copyOf(affected), id, false);
        }
        var below = graph.ancestors(List.of(id), true);
        if (affected.stream().anyMatch(below::contains)) {
            return StampStep.replace(map, List.copyOf(affected), id, true);
        }
        return StampStep.add(map, id);
    }
}
