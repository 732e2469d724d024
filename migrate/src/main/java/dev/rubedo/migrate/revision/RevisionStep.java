package dev.rubedo.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A step that runs a revision, up or down. Immutable. */
public final class RevisionStep implements VersionStep {
    private final RevisionGraph graph;
    private final RevisionNode revision;
    private final boolean isUpgrade;

    private RevisionStep(RevisionGraph graph, RevisionNode revision, boolean isUpgrade) {
        this.graph = graph;
        this.revision = revision;
        this.isUpgrade = isUpgrade;
    }

    /**
     * Returns the step that applies a revision.
     *
     * @param map all revisions
     * @param revision the revision
     */
    public static RevisionStep upgrade(RevisionMap map, RevisionNode revision) {
        return new RevisionStep(map.graph(), revision, true);
    }

    /**
     * Returns the step that undoes a revision.
     *
     * @param map all revisions
     * @param revision the revision
     */
    public static RevisionStep downgrade(RevisionMap map, RevisionNode revision) {
        return new RevisionStep(map.graph(), revision, false);
    }

    /** Returns the revision that the step applies or undoes. */
    public RevisionNode revision() {
        return revision;
    }

    @Override
    public boolean isUpgrade() {
        return isUpgrade;
    }

    @Override
    public List<String> from() {
        return isUpgrade ? revision.downRevisions() : List.of(revision.id());
    }

    @Override
    public List<String> to() {
        return isUpgrade ? List.of(revision.id()) : revision.downRevisions();
    }

    @Override
    public List<VersionChange> changes(Collection<String> heads) {
        return isUpgrade ? up(Set.copyOf(heads)) : down(Set.copyOf(heads));
    }

    private List<VersionChange> up(Set<String> heads) {
        var id = revision.id();
        var replaced = graph.parents(id).stream().filter(heads::contains).toList();
        if (replaced.isEmpty()) {
            return List.of(new VersionChange.Insert(id));
        }
        if (replaced.size() == 1) {
            return List.of(new VersionChange.Update(replaced.get(0), id));
        }
        return VersionChanges.merge(replaced, id);
    }

    private List<VersionChange> down(Set<String> heads) {
        var id = revision.id();
        var restored = restored(heads);
        if (restored.isEmpty()) {
            return List.of(new VersionChange.Delete(id));
        }
        var changes = new ArrayList<VersionChange>();
        var last = restored.get(restored.size() - 1);
        restored.subList(0, restored.size() - 1).forEach(each -> changes.add(new VersionChange.Insert(each)));
        changes.add(new VersionChange.Update(id, last));
        return changes;
    }

    /** Returns the revisions below this one that no other recorded revision implies. */
    private List<String> restored(Set<String> heads) {
        var parents = graph.parents(revision.id());
        var others = new LinkedHashSet<>(heads);
        others.remove(revision.id());
        var implied = new LinkedHashSet<>(graph.ancestors(others, true));
        for (var parent : parents) {
            var below = new LinkedHashSet<>(graph.ancestors(List.of(parent), true));
            below.remove(parent);
            implied.addAll(below);
        }
        return parents.stream().filter(id -> !implied.contains(id)).toList();
    }

    @Override
    public String toString() {
        return (isUpgrade ? "upgrade " : "downgrade ") + VersionChanges.words(from()) + " -> "
                + VersionChanges.words(to());
    }
}
