package dev.rubedo.migrate.run;

import dev.rubedo.migrate.revision.VersionStep;
import java.util.List;
import java.util.Set;

/**
 * A planner that determines the steps of a run from the recorded revisions of the database. Thread-safe if the
 * implementation says so.
 */
@FunctionalInterface
public interface StepPlanner {
    /**
     * Returns the steps, in order.
     *
     * @param heads the revisions that the database records
     */
    List<? extends VersionStep> steps(Set<String> heads);
}
