package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes to an existing row when an inserted one conflicts with it. Immutable.
 *
 * @param assignments the columns and their new values
 * @param condition the condition for the change; {@link NoCondition} for always
 */
public record ConflictUpdate(List<Assignment<?>> assignments, Condition condition) {
    /** Checks the components. */
    public ConflictUpdate {
        assignments = List.copyOf(assignments);
        Objects.requireNonNull(condition, "condition");
    }

    /**
     * Returns this change with a new value for a column.
     *
     * @param column the column
     * @param value the value, or null for SQL NULL
     */
    public <V extends @Nullable Object> ConflictUpdate set(SettableColumn<V> column, V value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Returns this change with the value of an expression for a column.
     *
     * @param column the column
     * @param value the expression
     */
    public <V extends @Nullable Object> ConflictUpdate set(SettableColumn<V> column, Expression<? extends V> value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Returns this change with the value of an expression for a column whose Java type is not known.
     *
     * @param column the column
     * @param value the expression
     */
    public ConflictUpdate set(ColumnReference<Object> column, Expression<?> value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Returns this change with NULL for a column.
     *
     * @param column the column
     */
    public ConflictUpdate setNull(SettableColumn<?> column) {
        return with(Assignment.ofNull(column));
    }

    /**
     * Returns the value that was proposed for insertion ({@code EXCLUDED}).
     *
     * @param column the column
     */
    public <V extends @Nullable Object> Expression<V> excluded(SettableColumn<V> column) {
        return new Excluded<>(column);
    }

    /**
     * Returns this change restricted to rows for which a condition holds.
     *
     * @param only the condition
     */
    public ConflictUpdate where(Expression<Boolean> only) {
        return new ConflictUpdate(assignments, condition.and(only));
    }

    private ConflictUpdate with(Assignment<?> assignment) {
        return new ConflictUpdate(Values.put(assignments, assignment), condition);
    }

    void describe(Structure out) {
        out.assignments(assignments);
        out.expression(condition);
    }

    @Override
    public String toString() {
        return "UPDATE SET " + assignments + (condition == NoCondition.NONE ? "" : " WHERE " + condition);
    }
}
