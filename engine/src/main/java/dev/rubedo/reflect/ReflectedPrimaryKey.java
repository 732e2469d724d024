package dev.rubedo.reflect;

import java.util.List;

/**
 * A primary key as found in the database. Immutable.
 *
 * @param name the name; empty if the database does not report it
 * @param columns the names of its columns in order; empty if the table has no primary key
 */
public record ReflectedPrimaryKey(String name, List<String> columns) {

    /** Copies the columns. */
    public ReflectedPrimaryKey {
        columns = List.copyOf(columns);
    }
}
