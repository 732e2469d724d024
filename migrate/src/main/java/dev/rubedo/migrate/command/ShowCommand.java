package dev.rubedo.migrate.command;

import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The command {@code show}, which prints all details of revisions. Immutable.
 *
 * @param symbol a reference to the revisions; {@code current} for those that the database records
 */
public record ShowCommand(String symbol) implements MigrationCommand {
    /** Checks the symbol. */
    public ShowCommand {
        Objects.requireNonNull(symbol, "symbol");
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        if (symbol.equals("current")) {
            context.online(database -> {
                var seen = directory.at(database.currentHeads());
                print(seen, seen.map().resolve(database.currentHeads()), context);
            });
            return;
        }
        print(directory, directory.map().resolve(symbol), context);
    }

    private static void print(ScriptDirectory directory, Collection<RevisionNode> nodes, CommandContext context) {
        var lines = new ScriptLines(directory, List.of());
        nodes.forEach(node -> lines.full(node.id()).forEach(context::print));
    }
}
