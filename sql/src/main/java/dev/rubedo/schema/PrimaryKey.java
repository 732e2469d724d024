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
 * @param details its comment, its options, and the dialects on which it exists
 */
public record PrimaryKey(String name, List<String> columnNames, Deferrability deferrability,
        ConstraintDetails details) implements Constraint {
    /** Checks the components. */
    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(deferrability, "deferrability");
        Objects.requireNonNull(details, "details");
        columnNames = List.copyOf(columnNames);
    }

    /**
     * Creates a primary key without details.
     *
     * @param name the name; empty to let a {@link NamingConvention} or the database generate one
     * @param columnNames the names of its columns
     * @param deferrability when it is checked
     */
    public PrimaryKey(String name, List<String> columnNames, Deferrability deferrability) {
        this(name, columnNames, deferrability, ConstraintDetails.NONE);
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
     * Returns this primary key with a name.
     *
     * @param other the name
     */
    public PrimaryKey named(String other) {
        return new PrimaryKey(other, columnNames, deferrability, details);
    }

    /**
     * Returns this primary key with another deferrability.
     *
     * @param when when it is checked
     */
    public PrimaryKey deferrable(Deferrability when) {
        return new PrimaryKey(name, columnNames, when, details);
    }

    /**
     * Returns this primary key with a comment, which is omitted on databases without comments on constraints.
     *
     * @param text the comment
     */
    public PrimaryKey comment(String text) {
        return new PrimaryKey(name, columnNames, deferrability, details.withComment(text));
    }

    /**
     * Returns this primary key with an option of one dialect.
     *
     * @param dialect the name of the dialect
     * @param option the name of the option
     * @param value its value
     */
    public PrimaryKey option(String dialect, String option, String value) {
        return new PrimaryKey(name, columnNames, deferrability, details.withOption(dialect, option, value));
    }

    /**
     * Returns this primary key existing on some dialects only; on others it is neither created nor dropped.
     *
     * @param dialects the names of the dialects
     */
    public PrimaryKey onlyOn(String... dialects) {
        return new PrimaryKey(name, columnNames, deferrability, details.onlyOn(dialects));
    }

    @Override
    public String toString() {
        return details.text(name, "PRIMARY KEY (" + String.join(", ", columnNames) + ")");
    }
}
