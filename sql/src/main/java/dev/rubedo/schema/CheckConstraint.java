package dev.rubedo.schema;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Objects;

/**
 * A check constraint: a condition that every row must satisfy. Immutable.
 *
 * @param name the name; empty to let a {@link NamingConvention} or the database generate one
 * @param condition the condition; values in it are written into the DDL
 * @param deferrability when it is checked
 * @param details its comment, its options, and the dialects on which it exists
 */
public record CheckConstraint(String name, Condition condition, Deferrability deferrability,
        ConstraintDetails details) implements Constraint {
    /** Checks the components. */
    public CheckConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(deferrability, "deferrability");
        Objects.requireNonNull(details, "details");
    }

    /**
     * Creates a check constraint without details.
     *
     * @param name the name; empty to let a {@link NamingConvention} or the database generate one
     * @param condition the condition; values in it are written into the DDL
     * @param deferrability when it is checked
     */
    public CheckConstraint(String name, Condition condition, Deferrability deferrability) {
        this(name, condition, deferrability, ConstraintDetails.NONE);
    }

    /**
     * Declares a check constraint.
     *
     * @param sql the condition, written verbatim
     */
    public static CheckConstraint of(String sql) {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("The condition of a check constraint is empty");
        }
        return of(Sql.condition(new TextFragment<>(sql, List.of(), Types.BOOLEAN)));
    }

    /**
     * Declares a check constraint.
     *
     * @param condition the condition
     */
    public static CheckConstraint of(Condition condition) {
        return new CheckConstraint("", condition, Deferrability.DEFAULT);
    }

    /**
     * Returns this constraint with a name.
     *
     * @param other the name
     */
    public CheckConstraint named(String other) {
        return new CheckConstraint(other, condition, deferrability, details);
    }

    /**
     * Returns this check constraint with another deferrability.
     *
     * @param when when it is checked
     */
    public CheckConstraint deferrable(Deferrability when) {
        return new CheckConstraint(name, condition, when, details);
    }

    /**
     * Returns this check constraint with a comment, which is omitted on databases without comments on constraints.
     *
     * @param text the comment
     */
    public CheckConstraint comment(String text) {
        return new CheckConstraint(name, condition, deferrability, details.withComment(text));
    }

    /**
     * Returns this check constraint with an option of one dialect.
     *
     * @param dialect the name of the dialect
     * @param option the name of the option
     * @param value its value
     */
    public CheckConstraint option(String dialect, String option, String value) {
        return new CheckConstraint(name, condition, deferrability, details.withOption(dialect, option, value));
    }

    /**
     * Returns this check constraint existing on some dialects only; on others it is neither created nor dropped.
     *
     * @param dialects the names of the dialects
     */
    public CheckConstraint onlyOn(String... dialects) {
        return new CheckConstraint(name, condition, deferrability, details.onlyOn(dialects));
    }

    @Override
    public String toString() {
        return details.text(name, "CHECK (" + condition + ")");
    }
}
