package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An arithmetic operation or a concatenation. Immutable.
 *
 * @param <T> the Java type of its values
 * @param left the left side
 * @param operator the operator
 * @param right the right side
 * @param type the type of the result
 */
public record Binary<T extends @Nullable Object>(Expression<?> left, Operator operator, Expression<?> right,
        SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public Binary {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(right, "right");
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
        out.part(operator);
        out.part(type);
        out.expression(left);
        out.expression(right);
    }

    @Override
    public Binary<T> rewrite(Rewriter rewriter) {
        var newLeft = rewriter.expression(left);
        var newRight = rewriter.expression(right);
        return Rewriter.same(newLeft, left) && Rewriter.same(newRight, right) ? this
                : new Binary<>(newLeft, operator, newRight, type);
    }

    @Override
    public int precedence() {
        return operator.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
