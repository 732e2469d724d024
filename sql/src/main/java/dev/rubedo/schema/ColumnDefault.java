package dev.rubedo.schema;

import dev.rubedo.sql.Expression;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client-side default: the value of a column that a statement omits. Unlike a {@link Column#serverDefault}, it is
 * sent with the statement. Immutable.
 *
 * @param <T> the Java type of the values
 */
public sealed interface ColumnDefault<T extends @Nullable Object> {
    /**
     * A constant value.
     *
     * @param <T> the Java type of the values
     * @param value the value
     */
    record Value<T extends @Nullable Object>(T value) implements ColumnDefault<T> {}

    /**
     * A value supplied for each row.
     *
     * @param <T> the Java type of the values
     * @param supplier supplies the value
     */
    record Supplied<T extends @Nullable Object>(Supplier<? extends T> supplier) implements ColumnDefault<T> {
        /** Checks the supplier. */
        public Supplied {
            Objects.requireNonNull(supplier, "supplier");
        }
    }

    /**
     * An expression that is written into the statement.
     *
     * @param <T> the Java type of the values
     * @param expression the expression
     */
    record Computed<T extends @Nullable Object>(Expression<? extends T> expression) implements ColumnDefault<T> {
        /** Checks the expression. */
        public Computed {
            Objects.requireNonNull(expression, "expression");
        }
    }
}
