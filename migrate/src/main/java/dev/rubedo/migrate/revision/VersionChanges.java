package dev.rubedo.migrate.revision;

import java.util.ArrayList;
import java.util.List;

/** Shared functions of steps. Stateless. */
final class VersionChanges {
    private VersionChanges() {}

    /** Returns the changes that replace several rows with one. */
    static List<VersionChange> merge(List<String> from, String to) {
        var changes = new ArrayList<VersionChange>();
        from.subList(0, from.size() - 1).forEach(id -> changes.add(new VersionChange.Delete(id)));
        changes.add(new VersionChange.Update(from.get(from.size() - 1), to));
        return changes;
    }

    /** Returns a description of revisions. */
    static String words(List<String> ids) {
        return ids.isEmpty() ? "base" : String.join(", ", ids);
    }
}
