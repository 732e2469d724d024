package dev.rubedo.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A unique constraint. Immutable.
 *
 * @param name the name; empty to let a {@link NamingConvention} or the database generate one
 * @param columnNames the names of its columns
 * @param deferrability when it is checked
 */
public record UniqueConstraint(String name, List<String> columnNames,
        Deferrability deferrability) implements Constraint {
    /** Checks the parts. */
    public UniqueConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(deferrability, "deferrability");
        columnNames = List.copyOf(columnNames);
    }

    /**
     * Declares a unique constraint.
     *
     * @param columns the names of its columns
     */
    public static UniqueConstraint on(String... columns) {
        return new UniqueConstraint("", List.of(columns), Deferrability.DEFAULT);
    }

    /**
     * Declares a unique constraint.
     *
     * @param columns its columns
     */
    public static UniqueConstraint on(Column<?>... columns) {
        return new UniqueConstraint("", Arrays.stream(columns).<String>map(Column::name).toList(),
                Deferrability.DEFAULT);
    }

    /**
     * Returns this under a name.
     *
     * @param other the name
     */
    public UniqueConstraint named(String other) {
        return new UniqueConstraint(other, columnNames, deferrability);
    }

    /**
     * Returns this foreign key with another time of checking.
     *
     * @param when the time of the check
     */
    public UniqueConstraint deferrable(Deferrability when) {
        return new UniqueConstraint(name, columnNames, when);
    }
}
