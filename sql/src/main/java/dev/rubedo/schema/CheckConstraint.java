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
 */
public record CheckConstraint(String name, Condition condition, Deferrability deferrability) implements Constraint {
    /** Checks the components. */
    public CheckConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(deferrability, "deferrability");
    }

    /**
     * Declares a check constraint.
     *
     * @param sql the condition, written verbatim
     */
    public static CheckConstraint of(String sql) {
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
        return new CheckConstraint(other, condition, deferrability);
    }
}
