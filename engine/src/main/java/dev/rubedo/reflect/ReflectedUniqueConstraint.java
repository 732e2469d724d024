package dev.rubedo.reflect;

import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import java.util.List;

/**
 * A unique constraint as read from the database. Immutable.
 *
 * @param name the name; empty if the database does not report it
 * @param columns the names of its columns, in order
 * @param deferrability when it is checked
 * @param details its comment and database-specific options
 */
public record ReflectedUniqueConstraint(String name, List<String> columns, Deferrability deferrability,
        ConstraintDetails details) {

    /** Copies the columns. */
    public ReflectedUniqueConstraint {
        columns = List.copyOf(columns);
    }
}
