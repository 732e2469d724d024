package dev.rubedo.migrate.command;

import java.util.List;

/**
 * The command {@code branches}, which prints the revisions that several others follow. Immutable.
 *
 * @param isVerbose whether all of their details are printed
 */
public record BranchesCommand(boolean isVerbose) implements MigrationCommand {
    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var lines = new ScriptLines(directory, List.of());
        for (var node : directory.map().revisions()) {
            if (directory.map().isBranchPoint(node.id())) {
                if (isVerbose) {
                    lines.full(node.id()).forEach(context::print);
                } else {
                    context.print(lines.brief(node.id()));
                }
                directory.map().next(node.id()).forEach(next -> context.print("    -> " + lines.brief(next)));
            }
        }
    }
}
