package dev.rubedo.migrate.command;

import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.source.OperationSource;
import dev.rubedo.stability.Spi;

/**
 * A generator that fills a new revision with the differences between the model and the database. Thread-safe if the
 * implementation says so.
 */
@Spi
public interface RevisionGenerator {
    /**
     * Returns a revision with operations.
     *
     * @param empty the revision without operations
     * @param context the context of the command
     */
    MigrationScript generate(MigrationScript empty, CommandContext context);

    /**
     * Returns whether this generator reads the database, which must then be at the heads of the revisions; usually
     * true.
     */
    default boolean needsDatabase() {
        return true;
    }

    /**
     * Returns the writer of operations as Java source.
     *
     * @param context the context of the command
     */
    OperationSource source(CommandContext context);
}
