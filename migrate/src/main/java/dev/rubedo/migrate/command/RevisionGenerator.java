package dev.rubedo.migrate.command;

import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.source.OperationSource;
import dev.rubedo.stability.Spi;

/** Fills a new revision with what differs between the model and the database. Thread-safe if the implementation says so. */
@Spi
public interface RevisionGenerator {
    /**
     * Returns a revision with operations.
     *
     * @param empty the revision without operations
     * @param context where the command runs
     */
    MigrationScript generate(MigrationScript empty, CommandContext context);

    /** Returns whether it reads the database, which then must be at the heads of the revisions; usually true. */
    default boolean needsDatabase() {
        return true;
    }

    /**
     * Returns what writes the operations as Java.
     *
     * @param context where the command runs
     */
    OperationSource source(CommandContext context);
}
