package dev.rubedo.migrate.revision;

import java.util.Collection;
import java.util.List;

/** A step that only changes which revisions a database records. Immutable. */
public final class StampStep implements VersionStep {
    private final List<String> from;
    private final List<String> to;
    private final boolean isUpgrade;

    private StampStep(List<String> from, List<String> to, boolean isUpgrade) {
        this.from = from;
        this.to = to;
        this.isUpgrade = isUpgrade;
    }

    static StampStep remove(RevisionMap map, String id) {
        return new StampStep(List.of(map.graph().node(id).id()), List.of(), false);
    }

    static StampStep add(RevisionMap map, String id) {
        return new StampStep(List.of(), List.of(map.graph().node(id).id()), true);
    }

    static StampStep replace(RevisionMap map, List<String> from, String to, boolean isUpgrade) {
        return new StampStep(List.copyOf(from), List.of(map.graph().node(to).id()), isUpgrade);
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

    @Override
    public String toString() {
        return "stamp " + VersionChanges.words(from) + " -> " + VersionChanges.words(to);
    }
}
