package dev.rubedo.migrate.command;

/** A migration command. Immutable. */
public interface MigrationCommand {
    /**
     * Runs the command.
     *
     * @param context the context in which it runs
     * @throws dev.rubedo.error.RubedoException if the command fails
     */
    void run(CommandContext context);
}
