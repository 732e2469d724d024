package dev.rubedo.schema;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Objects;

/**
 * A condition that every row fulfils. Immutable.
 *
 * @param name the name; empty where a {@link NamingConvention} or the database makes one
 * @param condition the condition; values in it are written into the DDL
 * @param deferrability when it is checked
 */
public record CheckConstraint(String name, Condition condition, Deferrability deferrability) implements Constraint {
    /** Checks the parts. */
    public CheckConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(deferrability, "deferrability");
    }

    /**
     * Declares a check.
     *
     * @param sql the condition, written as it is
     */
    public static CheckConstraint of(String sql) {
        return of(Sql.condition(new TextFragment<>(sql, List.of(), Types.BOOLEAN)));
    }

    /**
     * Declares a check.
     *
     * @param condition the condition
     */
    public static CheckConstraint of(Condition condition) {
        return new CheckConstraint("", condition, Deferrability.DEFAULT);
    }

    /**
     * Returns this under a name.
     *
     * @param other the name
     */
    public CheckConstraint named(String other) {
        return new CheckConstraint(other, condition, deferrability);
    }
}
