package dev.rubedo.migrate.command;

/** A command. Immutable. */
public interface MigrationCommand {
    /**
     * Carries the command out.
     *
     * @param context where
     * @throws dev.rubedo.error.RubedoException if it is not possible
     */
    void run(CommandContext context);
}
