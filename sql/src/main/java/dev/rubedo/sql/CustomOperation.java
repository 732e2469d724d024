package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation with a database-specific operator. Immutable.
 *
 * @param <T> the Java type of its values
 * @param left the left side
 * @param operator the operator, written verbatim
 * @param precedence how tightly it binds; see {@link Operator#precedence()}
 * @param right the right side
 * @param type the type of the result
 */
public record CustomOperation<T extends @Nullable Object>(Expression<?> left, String operator, int precedence,
        Expression<?> right, SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public CustomOperation {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(type, "type");
        if (operator.isBlank()) {
            throw new IllegalArgumentException("op(): the operator is empty");
        }
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
        out.part(operator);
        out.part(precedence);
        out.part(type);
        out.expression(left);
        out.expression(right);
    }

    @Override
    public CustomOperation<T> rewrite(Rewriter rewriter) {
        var newLeft = rewriter.expression(left);
        var newRight = rewriter.expression(right);
        return Rewriter.same(newLeft, left) && Rewriter.same(newRight, right) ? this
                : new CustomOperation<>(newLeft, operator, precedence, newRight, type);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
