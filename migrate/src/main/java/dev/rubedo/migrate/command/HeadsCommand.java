package dev.rubedo.migrate.command;

import java.util.List;

/**
 * The command {@code heads}, which prints the heads. Immutable.
 *
 * @param isVerbose whether all of their details are printed
 * @param resolvesDependencies whether heads that other revisions depend on are omitted
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
