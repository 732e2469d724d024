package dev.rubedo.migrate.run;

import dev.rubedo.migrate.revision.VersionStep;
import java.util.Set;

/**
 * A completed step. Immutable.
 *
 * @param step the step
 * @param heads the revisions that the database records after it
 * @param context the context that performed it
 */
public record AppliedStep(VersionStep step, Set<String> heads, MigrationContext context) {
    /** Copies the set. */
    public AppliedStep {
        heads = Set.copyOf(heads);
    }
}
