package dev.rubedo.reflect;

import java.util.List;

/**
 * An index as the database has it; those that only serve a primary key or unique constraint are left out. Immutable.
 *
 * @param name the name
 * @param columns the names of its columns in order; an expression stands as the database writes it
 * @param isUnique whether it is unique
 */
public record ReflectedIndex(String name, List<String> columns, boolean isUnique) {

    /** Copies the columns. */
    public ReflectedIndex {
        columns = List.copyOf(columns);
    }
}
