package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Deferrability;
import java.util.List;
import java.util.Objects;

/**
 * Adds an exclusion constraint (PostgreSQL). Immutable.
 *
 * @param table the name of the table
 * @param name the name of the constraint
 * @param elements what must not coincide between two rows
 * @param method the index method, such as {@code gist}; empty for the default
 * @param where the condition of the rows that it applies to, written verbatim; empty for all
 * @param deferrability when it is checked
 */
public record AddExclusionOperation(TableName table, String name, List<Element> elements, String method, String where,
        Deferrability deferrability) implements TableOperation {

    /** Checks the components and copies the list. */
    public AddExclusionOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(deferrability, "deferrability");
        elements = List.copyOf(elements);
        if (name.isBlank() || elements.isEmpty()) {
            throw new IllegalArgumentException("An exclusion constraint of table \"" + table
                    + "\" needs a name and at least one element");
        }
    }

    /**
     * An element of an exclusion constraint.
     *
     * @param sql the column or expression, written verbatim
     * @param operator the operator that compares two rows, such as {@code =} or {@code &&}
     */
    public record Element(String sql, String operator) {}

    @Override
    public DropConstraintOperation reverse() {
        return new DropConstraintOperation(table, name, null);
    }

    @Override
    public String describe() {
        return "add exclusion constraint \"" + name + "\" to table \"" + table + "\"";
    }
}
