package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code CAST(operand AS type)}. Immutable.
 *
 * @param <T> the Java type of its values
 * @param operand what is converted
 * @param type the type of the result
 */
public record Cast<T extends @Nullable Object>(Expression<?> operand, SqlType<T> type) implements Expression<T> {
    /** Checks the parts. */
    public Cast {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
