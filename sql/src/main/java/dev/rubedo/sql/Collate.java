package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text in a collation. Immutable.
 *
 * @param <T> the Java type of its values
 * @param operand the text
 * @param collation the name of the collation
 */
public record Collate<T extends @Nullable Object>(Expression<T> operand, String collation) implements Expression<T> {
    /** Checks the parts. */
    public Collate {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(collation, "collation");
    }

    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
