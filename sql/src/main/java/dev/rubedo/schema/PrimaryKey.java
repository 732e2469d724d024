package dev.rubedo.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The primary key of a table; without columns if the table has none. Immutable.
 *
 * @param name the name; empty to let a {@link NamingConvention} or the database generate one
 * @param columnNames the names of its columns
 * @param deferrability when it is checked
 */
public record PrimaryKey(String name, List<String> columnNames, Deferrability deferrability) implements Constraint {
    /** Checks the parts. */
    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(deferrability, "deferrability");
        columnNames = List.copyOf(columnNames);
    }

    /**
     * Declares a primary key of several columns.
     *
     * @param columns the names of its columns
     */
    public static PrimaryKey on(String... columns) {
        return new PrimaryKey("", List.of(columns), Deferrability.DEFAULT);
    }

    /**
     * Declares a primary key of several columns.
     *
     * @param columns its columns
     */
    public static PrimaryKey on(Column<?>... columns) {
        return new PrimaryKey("", Arrays.stream(columns).<String>map(Column::name).toList(), Deferrability.DEFAULT);
    }

    /**
     * Returns this under a name.
     *
     * @param other the name
     */
    public PrimaryKey named(String other) {
        return new PrimaryKey(other, columnNames, deferrability);
    }

    /**
     * Returns this foreign key with another time of checking.
     *
     * @param when the time of the check
     */
    public PrimaryKey deferrable(Deferrability when) {
        return new PrimaryKey(name, columnNames, when);
    }
}
