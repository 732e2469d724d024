package dev.rubedo.migrate.command;

import java.util.List;
import java.util.Set;

/**
 * The command {@code stamp}, which records revisions without running them. Immutable.
 *
 * @param targets the revisions to record; {@code base} for none
 * @param isSql whether a script is printed, for a database at base
 * @param isPurged whether all rows of the version table are removed first, even invalid ones
 */
public record StampCommand(List<String> targets, boolean isSql, boolean isPurged) implements MigrationCommand {
    /** Copies the list. */
    public StampCommand {
        targets = List.copyOf(targets);
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var plan = directory.plan((revisions, heads) -> revisions.stamp(targets, heads));
        if (isSql) {
            var script = context.script();
            if (isPurged) {
                script.purge();
            }
            script.run(Set.of(), plan, plan);
            context.out().flush();
            return;
        }
        context.online(database -> {
            if (isPurged) {
                database.purge();
            }
            var steps = database.run(plan, plan);
            if (steps.isEmpty()) {
                // it is there already: what was begun after it has been undone by hand
                database.forgetUnfinished(plan.view().map().following(targets));
            }
            StepLines.print(steps, plan.view(), context);
        });
    }
}
