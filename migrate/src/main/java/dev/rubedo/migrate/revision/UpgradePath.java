package dev.rubedo.migrate.revision;

import dev.rubedo.migrate.error.NotAnAncestorException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.revision.RevisionWalk.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The determination of the steps of an upgrade. Immutable. */
final class UpgradePath {
    private final RevisionMap map;
    private final RevisionGraph graph;
    private final RevisionWalk walk;

    UpgradePath(RevisionMap map) {
        this.map = map;
        this.graph = map.graph();
        this.walk = new RevisionWalk(map);
    }

    List<RevisionStep> steps(String target, Collection<String> current) {
        var applied = RevisionMap.ids(map.resolve(current));
        var targets = targets(target, applied);
        var needs = new LinkedHashSet<>(graph.separateAncestors(targets));
        needs.removeAll(graph.separateAncestors(applied));
        var order = new ArrayList<>(RevisionOrder.newestFirst(graph, needs, targets));
        Collections.reverse(order);
        return order.stream().map(id -> RevisionStep.upgrade(map, graph.node(id))).toList();
    }

    private List<String> targets(String target, List<String> current) {
        var symbol = RevisionSymbol.parse(target);
        if (!symbol.isRelative()) {
            return RevisionMap.ids(map.resolve(target));
        }
        if (!symbol.name().isEmpty()) {
            var found = RevisionMap.ids(map.resolve(target));
            if (found.isEmpty()) {
                throw RevisionWalk.tooFar(target);
            }
            return found;
        }
        if (symbol.steps() < 0) {
            throw new RevisionException("An upgrade to \"" + target + "\" would lead down. Use downgrade, or +"
                    + -symbol.steps() + ".");
        }
        var place = walk.up(start(target, symbol.label(), current), symbol.steps(), symbol.label())
                .orElseThrow(() -> RevisionWalk.tooFar(target));
        return List.of(place.id());
    }

    /** Returns where a relative upgrade starts: the only current revision, of the branch if one is named. */
    private Place start(String target, String label, List<String> current) {
        Collection<String> starts = new LinkedHashSet<>(current);
        if (!label.isEmpty()) {
            starts = map.sharing(withDependencies(current), label, false);
            if (starts.isEmpty()) {
                starts = tips(map.sharing(graph.ancestors(current, true), label, false));
            }
        }
        if (starts.size() > 1) {
            throw new RevisionException("An upgrade to \"" + target + "\" is ambiguous: the database is at "
                    + RevisionGraph.quoted(starts) + ". Name a branch, as in \"label@" + target + "\".");
        }
        return starts.isEmpty() ? Place.BASE : new Place(starts.iterator().next());
    }

    /** Returns the heads among the current revisions and their dependencies. */
    private List<String> withDependencies(List<String> current) {
        var all = graph.ancestors(current, true);
        return all.stream().filter(id -> graph.next(id).stream().noneMatch(all::contains)).toList();
    }

    private Set<String> tips(Collection<String> ids) {
        var tips = new LinkedHashSet<>(ids);
        ids.forEach(id -> tips.removeAll(graph.parents(id)));
        return tips;
    }

    List<RevisionNode> range(Collection<String> lower, Collection<String> upper) {
        var targets = top(lower, upper);
        var required = graph.separateAncestors(targets);
        var bottom = bottom(lower, targets);
        if (!required.containsAll(bottom)) {
            throw new NotAnAncestorException(bottom, targets);
        }
        var needs = new LinkedHashSet<>(required);
        needs.removeAll(graph.separateAncestors(bottom));
        needs.addAll(bottom);
        if (!bottom.isEmpty()) {
            needs.retainAll(graph.descendants(bottom, false));
        }
        return map.nodes(RevisionOrder.newestFirst(graph, needs, targets));
    }

    /** A relative upper end counts from the lower one. A branch named at the lower end limits the upper one. */
    private List<String> top(Collection<String> lower, Collection<String> upper) {
        var top = new LinkedHashSet<String>();
        for (var text : upper) {
            var symbol = RevisionSymbol.parse(text);
            if (symbol.steps() > 0 && symbol.name().isEmpty()) {
                var start = start(text, symbol.label(), RevisionMap.ids(map.resolve(lower)));
                walk.upAtMost(start, symbol.steps(), symbol.label()).ifPresent(place -> top.add(place.id()));
            } else {
                top.addAll(RevisionMap.ids(map.resolve(text)));
            }
        }
        for (var text : lower) {
            var label = RevisionSymbol.parse(text).label();
            if (!label.isEmpty()) {
                top.retainAll(map.sharing(top, label, false));
            }
        }
        return List.copyOf(top);
    }

    /** A relative lower end counts from the upper one; one below base is base. */
    private List<String> bottom(Collection<String> lower, List<String> targets) {
        var bottom = new LinkedHashSet<String>();
        for (var text : lower) {
            var symbol = RevisionSymbol.parse(text);
            if (symbol.steps() >= 0 || !symbol.name().isEmpty()) {
                bottom.addAll(RevisionMap.ids(map.resolve(text)));
                continue;
            }
            var starts = symbol.label().isEmpty() ? targets : map.sharing(targets, symbol.label(), false);
            for (var start : starts) {
                walk.down(new Place(start), -symbol.steps()).filter(place -> !place.isBase())
                        .ifPresent(place -> bottom.add(place.id()));
            }
        }
        return List.copyOf(bottom);
    }
}
