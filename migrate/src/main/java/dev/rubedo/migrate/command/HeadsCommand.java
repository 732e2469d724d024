package dev.rubedo.migrate.command;

import java.util.List;

/**
 * Prints the heads. Immutable.
 *
 * @param isVerbose whether everything about them is printed
 * @param resolvesDependencies whether a head that other revisions depend on is left out
 */
public record HeadsCommand(boolean isVerbose, boolean resolvesDependencies) implements MigrationCommand {
    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var lines = new ScriptLines(directory, List.of());
        for (var id : resolvesDependencies ? directory.map().effectiveHeads() : directory.map().heads()) {
            if (isVerbose) {
                lines.full(id).forEach(context::print);
            } else {
                context.print(lines.marked(id));
            }
        }
    }
}
