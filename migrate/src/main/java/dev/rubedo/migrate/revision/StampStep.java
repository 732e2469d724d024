package dev.rubedo.migrate.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A step that only changes which revisions a database records. Immutable. */
public final class StampStep implements VersionStep {
    private final RevisionGraph graph;
    private final List<String> from;
    private final List<String> to;
    private final boolean isUpgrade;

    private StampStep(RevisionGraph graph, List<String> from, List<String> to, boolean isUpgrade) {
        this.graph = graph;
        this.from = from;
        this.to = to;
        this.isUpgrade = isUpgrade;
    }

    static StampStep remove(RevisionMap map, String id) {
        return new StampStep(map.graph(), List.of(map.graph().node(id).id()), List.of(), false);
    }

    static StampStep add(RevisionMap map, String id) {
        return new StampStep(map.graph(), List.of(), List.of(map.graph().node(id).id()), true);
    }

    static StampStep replace(RevisionMap map, List<String> from, String to, boolean isUpgrade) {
        return new StampStep(map.graph(), List.copyOf(from), List.of(map.graph().node(to).id()), isUpgrade);
    }

    @Override
    public List<String> from() {
        return from;
    }

    @Override
    public List<String> to() {
        return to;
    }

    @Override
    public boolean isUpgrade() {
        return isUpgrade;
    }

    @Override
    public List<VersionChange> changes(Collection<String> heads) {
        // an earlier step of the same stamp may have changed some of the rows already
        var present = from.stream().filter(heads::contains).filter(id -> !to.contains(id)).toList();
        if (to.isEmpty() || heads.contains(to.get(0))) {
            return present.stream().<VersionChange>map(VersionChange.Delete::new).toList();
        }
        if (present.isEmpty()) {
            return List.of(new VersionChange.Insert(to.get(0)));
        }
        return VersionChanges.merge(present, to.get(0));
    }

    /**
     * Returns the revisions whose applied state the step changes, those that it names, and all that follow them.
     *
     * @param heads the recorded revisions before it
     */
    public Set<String> passed(Collection<String> heads) {
        var before = graph.ancestors(heads, true);
        var after = graph.ancestors(apply(heads), true);
        var passed = new LinkedHashSet<>(after);
        passed.removeAll(before);
        before.stream().filter(id -> !after.contains(id)).forEach(passed::add);
        passed.addAll(from);
        passed.addAll(graph.descendants(to.isEmpty() ? from : to, true));
        return passed;
    }

    @Override
    public String toString() {
        return "stamp " + VersionChanges.words(from) + " -> " + VersionChanges.words(to);
    }
}
