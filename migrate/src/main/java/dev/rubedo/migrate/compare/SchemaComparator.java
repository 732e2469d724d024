package dev.rubedo.migrate.compare;

import dev.rubedo.stability.Spi;

/**
 * A comparator of one aspect of two schemas. Operations may be reported in any order: they are sorted by their
 * dependencies. Thread-safe if the implementation says so.
 */
@Spi
@FunctionalInterface
public interface SchemaComparator {
    /**
     * Reports the operations that make one aspect of the first schema equal to the second.
     *
     * @param context provides both schemas and receives the operations
     */
    void compare(ComparisonContext context);
}
