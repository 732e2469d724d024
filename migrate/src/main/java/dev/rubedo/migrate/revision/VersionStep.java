package dev.rubedo.migrate.revision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A step that changes which revisions a database records. Immutable. */
public sealed interface VersionStep permits RevisionStep, StampStep {

    /** Returns the revisions before the step; empty for base. */
    List<String> from();

    /** Returns the revisions after the step; empty for base. */
    List<String> to();

    /** Returns whether the step leads up. */
    boolean isUpgrade();

    /**
     * Returns the changes of the version table.
     *
     * @param heads the recorded revisions
     */
    List<VersionChange> changes(Collection<String> heads);

    /**
     * Returns the recorded revisions after this step.
     *
     * @param heads those before it
     */
    default Set<String> apply(Collection<String> heads) {
        var after = new LinkedHashSet<>(heads);
        for (var change : changes(heads)) {
            switch (change) {
                case VersionChange.Insert insert -> after.add(insert.id());
                case VersionChange.Delete delete -> after.remove(delete.id());
                case VersionChange.Update update -> {
                    after.remove(update.from());
                    after.add(update.to());
                }
            }
        }
        return after;
    }
}
