package dev.rubedo.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of revisions from the newest to the oldest. A line of revisions is followed down as far as possible before
 * another one is started, so that branches do not interleave; a line waits if a revision on another line must come
 * first (Alembic, {@code script/revision.py}). Confined to one thread at a time.
 */
final class RevisionOrder {
    private final RevisionGraph graph;
    private final Set<String> todo;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> ordered = new ArrayList<>();
    private int current;

    private RevisionOrder(RevisionGraph graph, Collection<String> revisions) {
        this.graph = graph;
        this.todo = new LinkedHashSet<>(revisions);
    }

    /**
     * Returns revisions in order.
     *
     * @param revisions the revisions
     * @param starts where to begin: their common descendants
     */
    static List<String> newestFirst(RevisionGraph graph, Collection<String> revisions, Collection<String> starts) {
        var order = new RevisionOrder(graph, revisions);
        var known = new HashSet<>(starts);
        graph.nodes().keySet().stream().filter(known::contains).filter(order.todo::contains).forEach(order::begin);
        while (!order.lines.isEmpty()) {
            order.advance();
        }
        if (!order.todo.isEmpty()) {
            throw new IllegalStateException("Revisions " + order.todo + " are not reached from " + starts);
        }
        return order.ordered;
    }

    private void begin(String id) {
        lines.add(new Line(id, graph.ancestors(List.of(id), true)));
    }

    private void advance() {
        var tip = lines.get(current).tip;
        for (int i = 0; i < lines.size(); i++) {
            if (i != current && lines.get(i).ancestors.contains(tip)) {
                current = i;
                return;
            }
        }
        if (todo.remove(tip)) {
            ordered.add(tip);
        }
        var below = graph.parents(tip).stream().filter(todo::contains)
                .filter(id -> lines.stream().noneMatch(line -> line.tip.equals(id))).toList();
        if (below.isEmpty()) {
            lines.remove(current);
            current = Math.max(current - 1, 0);
            return;
        }
        if (graph.parents(tip).size() == 1) {
            lines.get(current).moveTo(below.get(0));
            return;
        }
        lines.set(current, new Line(below.get(0), graph.ancestors(List.of(below.get(0)), true)));
        below.subList(1, below.size()).forEach(this::begin);
    }

    /** A line of revisions that is being followed down. */
    private static final class Line {
        private String tip;
        private final Set<String> ancestors;

        private Line(String tip, Set<String> ancestors) {
            this.tip = tip;
            this.ancestors = ancestors;
        }

        private void moveTo(String id) {
            ancestors.remove(tip);
            tip = id;
        }
    }
}
