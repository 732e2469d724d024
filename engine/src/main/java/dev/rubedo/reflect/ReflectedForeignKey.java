package dev.rubedo.reflect;

import java.util.List;

/**
 * A foreign key as the database has it. Immutable.
 *
 * @param name the name, empty if the database does not tell
 * @param columns the names of its columns in order
 * @param referredSchema the schema of the table it refers to, empty for the schema of its own table
 * @param referredTable the table it refers to
 * @param referredColumns the names of the columns it refers to, in the order of {@code columns}
 * @param onUpdate the action in SQL's words, empty for none
 * @param onDelete the action in SQL's words, empty for none
 */
public record ReflectedForeignKey(String name, List<String> columns, String referredSchema, String referredTable,
        List<String> referredColumns, String onUpdate, String onDelete) {

    /** Copies the columns. */
    public ReflectedForeignKey {
        columns = List.copyOf(columns);
        referredColumns = List.copyOf(referredColumns);
    }
}
