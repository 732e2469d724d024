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
 * @param details its comment, its options, and the dialects on which it exists
 */
public record UniqueConstraint(String name, List<String> columnNames,
        Deferrability deferrability,
        ConstraintDetails details) implements Constraint {
    /** Checks the components. */
    public UniqueConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(deferrability, "deferrability");
        Objects.requireNonNull(details, "details");
        columnNames = List.copyOf(columnNames);
        if (columnNames.isEmpty()) {
            throw new IllegalArgumentException("A unique constraint needs columns");
        }
    }

    /**
     * Creates a unique constraint without details.
     *
     * @param name the name; empty to let a {@link NamingConvention} or the database generate one
     * @param columnNames the names of its columns
     * @param deferrability when it is checked
     */
    public UniqueConstraint(String name, List<String> columnNames, Deferrability deferrability) {
        this(name, columnNames, deferrability, ConstraintDetails.NONE);
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
     * Returns this unique constraint with a name.
     *
     * @param other the name
     */
    public UniqueConstraint named(String other) {
        return new UniqueConstraint(other, columnNames, deferrability, details);
    }

    /**
     * Returns this unique constraint with another deferrability.
     *
     * @param when when it is checked
     */
    public UniqueConstraint deferrable(Deferrability when) {
        return new UniqueConstraint(name, columnNames, when, details);
    }

    /**
     * Returns this unique constraint, which treats NULLs as equal and so allows only one. On SQL Server this is always
     * the case; dialects without such constraints reject it.
     */
    public UniqueConstraint nullsNotDistinct() {
        return option(ConstraintDetails.EVERYWHERE, "nulls_not_distinct", "true");
    }

    /**
     * Returns this unique constraint with a comment, which is omitted on databases without comments on constraints.
     *
     * @param text the comment
     */
    public UniqueConstraint comment(String text) {
        return new UniqueConstraint(name, columnNames, deferrability, details.withComment(text));
    }

    /**
     * Returns this unique constraint with an option of one dialect.
     *
     * @param dialect the name of the dialect
     * @param option the name of the option
     * @param value its value
     */
    public UniqueConstraint option(String dialect, String option, String value) {
        return new UniqueConstraint(name, columnNames, deferrability, details.withOption(dialect, option, value));
    }

    /**
     * Returns this unique constraint existing on some dialects only; on others it is neither created nor dropped.
     *
     * @param dialects the names of the dialects
     */
    public UniqueConstraint onlyOn(String... dialects) {
        return new UniqueConstraint(name, columnNames, deferrability, details.onlyOn(dialects));
    }

    @Override
    public String toString() {
        return details.text(name, "UNIQUE (" + String.join(", ", columnNames) + ")");
    }
}
