package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code CAST(operand AS type)}. Immutable.
 *
 * @param <T> the Java type of its values
 * @param operand the expression to convert
 * @param type the type of the result
 */
public record Cast<T extends @Nullable Object>(Expression<?> operand, SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public Cast {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(type, "type");
    }

    // without recursion, however deep it is
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(this, node);
    }

    @Override
    public int hashCode() {
        return Components.hash(this);
    }

    @Override
    public void describe(Structure out) {
        out.part(type);
        out.expression(operand);
    }

    @Override
    public Cast<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(operand);
        return Rewriter.same(changed, operand) ? this : new Cast<>(changed, type);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
