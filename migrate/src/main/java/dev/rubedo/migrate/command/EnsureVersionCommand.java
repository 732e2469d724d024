package dev.rubedo.migrate.command;

/**
 * The command {@code ensure-version}, which creates the version table unless it exists. Immutable.
 *
 * @param isSql whether the statement is printed instead
 */
public record EnsureVersionCommand(boolean isSql) implements MigrationCommand {
    @Override
    public void run(CommandContext context) {
        if (isSql) {
            context.script().ensureVersionTable();
            context.out().flush();
        } else {
            context.online(database -> database.ensureVersionTable());
        }
    }
}
