package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.error.RevisionNotFoundException;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.migrate.script.ScriptPlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The command {@code current}, which prints the revisions that the database records. Immutable.
 *
 * @param isVerbose whether all of their details are printed
 * @param checksHeads whether the command fails unless the database is at all heads
 */
public record CurrentCommand(boolean isVerbose, boolean checksHeads) implements MigrationCommand {
    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        context.online(database -> {
            var heads = database.currentHeads();
            if (checksHeads && !directory.named(heads).equals(new TreeSet<>(directory.map().effectiveHeads()))) {
                throw new OutOfDateException("The database is at " + (heads.isEmpty() ? "base" : heads)
                        + ", but the heads are " + directory.map().effectiveHeads()
                        + ". Upgrade it with the command upgrade heads.", heads);
            }
            var view = directory.at(heads);
            var nodes = known(view, heads);
            var lines = new ScriptLines(view, isVerbose ? heads : List.of());
            for (var node : nodes) {
                if (isVerbose) {
                    lines.full(node.id()).forEach(context::print);
                } else {
                    context.print(lines.marked(node.id()));
                }
            }
            StepLines.warn(database, context);
        });
    }

    private static List<RevisionNode> known(ScriptDirectory view, Set<String> heads) {
        try {
            return view.map().resolve(heads);
        } catch (RevisionNotFoundException e) {
            throw ScriptPlan.explained(e, heads);
        }
    }
}
