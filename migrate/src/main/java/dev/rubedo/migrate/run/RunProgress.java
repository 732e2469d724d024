package dev.rubedo.migrate.run;

import dev.rubedo.migrate.revision.VersionStep;
import java.util.Objects;

/**
 * The progress of a run. Immutable.
 *
 * @param step the step
 * @param number the number of the step, from 1
 * @param count the number of steps of the run
 * @param statement the number of the statement in the step, from 1; 0 before the first
 * @param sql the statement; empty if there is none
 * @param isDone whether the step is completed
 */
public record RunProgress(VersionStep step, int number, int count, int statement, String sql, boolean isDone) {
    /** Checks the components. */
    public RunProgress {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(sql, "sql");
    }

    /** Returns this progress at the beginning of a statement. */
    RunProgress at(int other, String text) {
        return new RunProgress(step, number, count, other, text, false);
    }

    /** Returns this progress at the end of the step. */
    RunProgress done() {
        return new RunProgress(step, number, count, statement, "", true);
    }
}
