package dev.rubedo.reflect;

import java.util.List;

/**
 * A unique constraint as the database has it. Immutable.
 *
 * @param name the name, empty if the database does not tell
 * @param columns the names of its columns in order
 */
public record ReflectedUniqueConstraint(String name, List<String> columns) {

    /** Copies the columns. */
    public ReflectedUniqueConstraint {
        columns = List.copyOf(columns);
    }
}
