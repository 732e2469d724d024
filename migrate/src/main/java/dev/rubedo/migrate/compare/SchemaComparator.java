package dev.rubedo.migrate.compare;

import dev.rubedo.stability.Spi;

/**
 * Compares one aspect of two schemas. The order in which operations are reported does not matter: they are sorted by what
 * depends on what. Thread-safe if the implementation says so.
 */
@Spi
@FunctionalInterface
public interface SchemaComparator {
    /**
     * Reports the operations that make one aspect of the first schema equal to the second.
     *
     * @param context has both schemas, and receives the operations
     */
    void compare(ComparisonContext context);
}
