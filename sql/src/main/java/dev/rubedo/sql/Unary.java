package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operator before its operand. Immutable.
 *
 * @param <T> the Java type of its values
 * @param operator the operator
 * @param operand the operand
 * @param type the type of the result
 */
public record Unary<T extends @Nullable Object>(Operator operator, Expression<?> operand,
        SqlType<T> type) implements Expression<T> {
    /** Checks the parts. */
    public Unary {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
