package dev.rubedo.reflect;

import java.util.List;

/**
 * A unique constraint as found in the database. Immutable.
 *
 * @param name the name; empty if the database does not report it
 * @param columns the names of the referencing columns, in order
 */
public record ReflectedUniqueConstraint(String name, List<String> columns) {

    /** Copies the columns. */
    public ReflectedUniqueConstraint {
        columns = List.copyOf(columns);
    }
}
