package dev.rubedo.migrate.command;

import java.util.List;
import java.util.Objects;

/**
 * Prints everything about revisions. Immutable.
 *
 * @param symbol what refers to them; {@code current} for those that the database records
 */
public record ShowCommand(String symbol) implements MigrationCommand {
    /** Checks the symbol. */
    public ShowCommand {
        Objects.requireNonNull(symbol, "symbol");
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var lines = new ScriptLines(directory, List.of());
        if (symbol.equals("current")) {
            context.online(database -> directory.map().resolve(database.currentHeads())
                    .forEach(node -> lines.full(node.id()).forEach(context::print)));
            return;
        }
        directory.map().resolve(symbol).forEach(node -> lines.full(node.id()).forEach(context::print));
    }
}
