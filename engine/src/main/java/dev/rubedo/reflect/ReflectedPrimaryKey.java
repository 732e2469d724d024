package dev.rubedo.reflect;

import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import java.util.List;

/**
 * A primary key as read from the database. Immutable.
 *
 * @param name the name; empty if the database does not report it
 * @param columns the names of its columns in order; empty if the table has no primary key
 * @param deferrability when it is checked
 * @param details its comment and database-specific options
 */
public record ReflectedPrimaryKey(String name, List<String> columns, Deferrability deferrability,
        ConstraintDetails details) {

    /** Copies the columns. */
    public ReflectedPrimaryKey {
        columns = List.copyOf(columns);
    }

    /** Returns a key without details. */
    public static ReflectedPrimaryKey of(String name, List<String> columns) {
        return new ReflectedPrimaryKey(name, columns, Deferrability.DEFAULT, ConstraintDetails.NONE);
    }
}
