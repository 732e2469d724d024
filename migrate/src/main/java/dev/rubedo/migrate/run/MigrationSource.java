package dev.rubedo.migrate.run;

import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.stability.Spi;

/** A supplier of the code of revisions. Thread-safe if the implementation says so. */
@Spi
@FunctionalInterface
public interface MigrationSource {
    /**
     * Returns the code of a revision.
     *
     * @param id the id
     */
    Migration migration(String id);
}
