package dev.rubedo.reflect;

import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ForeignKeyMatch;
import java.util.List;

/**
 * A foreign key as read from the database. Immutable.
 *
 * @param name the name; empty if the database does not report it
 * @param columns the names of the referencing columns, in order
 * @param referredSchema the schema of the referenced table; empty if it is the same as that of the referencing table
 * @param referredTable the referenced table
 * @param referredColumns the names of the referenced columns, in the order of {@code columns}
 * @param onUpdate the action in SQL; empty for none
 * @param onDelete the action in SQL; empty for none
 * @param match the treatment of rows in which only some of the columns are NULL
 * @param deferrability when it is checked
 * @param details its comment and database-specific options
 */
public record ReflectedForeignKey(String name, List<String> columns, String referredSchema, String referredTable,
        List<String> referredColumns, String onUpdate, String onDelete, ForeignKeyMatch match,
        Deferrability deferrability, ConstraintDetails details) {

    /** Copies the columns. */
    public ReflectedForeignKey {
        columns = List.copyOf(columns);
        referredColumns = List.copyOf(referredColumns);
    }
}
