package dev.rubedo.migrate.command;

import dev.rubedo.migrate.revision.RevisionStep;
import dev.rubedo.migrate.revision.VersionStep;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.util.List;

/** A printer of the steps of a run. Stateless. */
final class StepLines {
    private StepLines() {}

    static void print(List<? extends VersionStep> steps, ScriptDirectory directory, CommandContext context) {
        if (steps.isEmpty()) {
            context.print("Nothing to do.");
        }
        for (var step : steps) {
            var message = step instanceof RevisionStep revision
                    ? directory.script(revision.revision().id()).message()
                    : "";
            var kind = !(step instanceof RevisionStep) ? "Stamped" : step.isUpgrade() ? "Upgraded" : "Downgraded";
            context.print(kind + " " + ends(step.from()) + " -> " + ends(step.to())
                    + (message.isEmpty() ? "" : ", " + message));
        }
    }

    /** Tells what an earlier run did not finish: the schema is not that of the recorded revisions. */
    static void warn(MigrationContext database, CommandContext context) {
        for (var each : database.unfinished()) {
            context.print("Warning: " + each + ". Run the interrupted command again: it resumes there. If you "
                    + "have finished or undone it manually, use stamp to record where the database is.");
        }
    }

    private static String ends(List<String> ids) {
        return ids.isEmpty() ? "<base>" : String.join(", ", ids);
    }
}
