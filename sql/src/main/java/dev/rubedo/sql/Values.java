package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row to insert: columns and their values, in the order in which they were set. If a column is set twice, the last
 * value wins. Immutable.
 *
 * @param assignments the columns and their values
 */
public record Values(List<Assignment<?>> assignments) {
    /** A row without values. */
    public static final Values EMPTY = new Values(List.of());

    /** Copies the list. */
    public Values {
        assignments = List.copyOf(assignments);
    }

    /**
     * Returns this row with a value for a column.
     *
     * @param column the column
     * @param value the value, or null for SQL NULL
     */
    public <T extends @Nullable Object> Values set(SettableColumn<T> column, T value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Returns this row with the value of an expression for a column.
     *
     * @param column the column
     * @param value the expression
     */
    public <T extends @Nullable Object> Values set(SettableColumn<T> column, Expression<? extends T> value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Returns this row with the value of an expression for a column whose Java type is not known.
     *
     * @param column the column
     * @param value the expression
     */
    public Values set(ColumnReference<Object> column, Expression<?> value) {
        return with(Assignment.of(column, value));
    }

    /**
     * Returns this row with NULL for a column.
     *
     * @param column the column
     */
    public Values setNull(SettableColumn<?> column) {
        return with(Assignment.ofNull(column));
    }

    private Values with(Assignment<?> assignment) {
        return new Values(put(assignments, assignment));
    }

    /**
     * Returns the list with another assignment, or with those that it is composed of. A column that is already there
     * keeps its position.
     */
    static List<Assignment<?>> put(List<Assignment<?>> assignments, Assignment<?> one) {
        var result = new ArrayList<>(assignments);
        if (one.column() instanceof UnresolvedExpression<?> attribute) {
            attribute.assigned(one.value()).forEach(part -> put(part, result));
        } else {
            put(one, result);
        }
        return result;
    }

    private static void put(Assignment<?> one, List<Assignment<?>> result) {
        for (int i = 0; i < result.size(); i++) {
            if (result.get(i).column().equals(one.column())) {
                result.set(i, one);
                return;
            }
        }
        result.add(one);
    }

    /** Returns the columns, in the order in which they were set. */
    public List<SettableColumn<?>> columns() {
        return assignments.stream().<SettableColumn<?>>map(Assignment::column).toList();
    }

    @Override
    public String toString() {
        return assignments.toString();
    }
}
