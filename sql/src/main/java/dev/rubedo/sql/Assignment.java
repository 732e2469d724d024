package dev.rubedo.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column and its new value. Immutable.
 *
 * @param <T> the Java type of the values
 * @param column the column
 * @param value the value
 */
public record Assignment<T extends @Nullable Object>(SettableColumn<T> column, Expression<?> value) {
    /** Checks the components. */
    public Assignment {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
    }

    static <T extends @Nullable Object> Assignment<T> of(SettableColumn<T> column, @Nullable Object value) {
        return new Assignment<>(column, Operands.assigned(column, value));
    }

    static <T extends @Nullable Object> Assignment<T> ofNull(SettableColumn<T> column) {
        return new Assignment<>(column, new NullValue<>(column.type()));
    }

    void describe(Structure out) {
        out.expression(column);
        out.expression(value);
    }

    @Override
    public String toString() {
        return column.name() + " = " + value;
    }
}
