package dev.rubedo.migrate.revision;

import dev.rubedo.migrate.error.NotAnAncestorException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.revision.RevisionWalk.Place;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** The determination of the steps of a downgrade. Immutable. */
final class DowngradePath {
    private final RevisionMap map;
    private final RevisionGraph graph;

    DowngradePath(RevisionMap map) {
        this.map = map;
        this.graph = map.graph();
    }

    /**
     * The end of a downgrade.
     *
     * @param branch a label or id that limits the downgrade to one branch; empty for all
     * @param place the last revision to keep; base for none
     */
    private record End(String branch, Place place) {}

    List<RevisionStep> steps(String target, Collection<String> current) {
        var heads = RevisionMap.ids(map.resolve(current));
        var end = end(target, heads);
        var active = graph.ancestors(heads, true);
        // whatever follows or depends on a dropped revision is dropped with it
        var drop = new LinkedHashSet<>(graph.descendants(roots(end, target), true));
        drop.retainAll(active);
        if (!end.place().isBase() && drop.isEmpty() && !heads.contains(end.place().id())) {
            throw new NotAnAncestorException(List.of(end.place().id()), heads);
        }
        return RevisionOrder.newestFirst(graph, drop, heads).stream()
                .map(id -> RevisionStep.downgrade(map, graph.node(id))).toList();
    }

    /** Returns the first revisions to drop. */
    private List<String> roots(End end, String target) {
        var roots = end.place().isBase() ? map.bases() : map.next(end.place().id());
        if (end.branch().isEmpty() || roots.size() < 2) {
            return roots;
        }
        var line = graph.ancestors(List.of(map.branch(end.branch()).id()), false);
        var onBranch = roots.stream().filter(line::contains).toList();
        if (onBranch.isEmpty()) {
            throw new RevisionException("A downgrade to \"" + target + "\" is not possible: no revision above it is on "
                    + "the branch of \"" + end.branch() + "\". Name a revision below that branch.");
        }
        return onBranch;
    }

    private End end(String target, List<String> heads) {
        var symbol = RevisionSymbol.parse(target);
        if (!symbol.isRelative()) {
            if (symbol.name().equals("base")) {
                return new End(symbol.label(), Place.BASE);
            }
            return new End(symbol.label(), new Place(map.require(symbol.name()).id()));
        }
        if (symbol.steps() > 0 && symbol.name().isEmpty()) {
            throw new RevisionException("A downgrade to \"" + target + "\" would lead up. Use upgrade, or -"
                    + symbol.steps() + ".");
        }
        var start = symbol.name().isEmpty() ? current(symbol, target, heads)
                : new Place(map.require(symbol.start()).id());
        var branch = symbol.label().isEmpty() && symbol.name().isEmpty() ? start.id() : symbol.label();
        var walk = new RevisionWalk(map);
        var place = symbol.steps() < 0 ? walk.down(start, -symbol.steps())
                : walk.up(start, symbol.steps(), symbol.label());
        return new End(branch, place.orElseThrow(() -> RevisionWalk.tooFar(target)));
    }

    /** Returns the revision from which a relative downgrade starts. */
    private Place current(RevisionSymbol symbol, String target, List<String> heads) {
        var starts = heads;
        if (!symbol.label().isEmpty()) {
            starts = map.sharing(heads, symbol.label(), false);
            if (starts.isEmpty()) {
                var all = graph.ancestors(heads, true);
                starts = map.sharing(all, symbol.label(), false).stream()
                        .filter(id -> graph.next(id).stream().noneMatch(all::contains)).toList();
            }
        }
        if (starts.isEmpty()) {
            throw RevisionWalk.tooFar(target);
        }
        if (starts.size() > 1) {
            throw new RevisionException("A downgrade to \"" + target + "\" is ambiguous: the database is at "
                    + RevisionGraph.quoted(starts) + ". Name a branch, as in \"label@" + target
                    + "\", or the revision to downgrade to.");
        }
        return new Place(starts.get(0));
    }
}
