package dev.rubedo.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two expressions. Immutable.
 *
 * @param left the left side
 * @param operator a comparison operator
 * @param right the right side
 */
public record Comparison(Expression<?> left, Operator operator, Expression<?> right) implements Condition {
    /** Checks the components. */
    public Comparison {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(right, "right");
    }

    @Override
    public Condition negate() {
        return new Comparison(left, operator.negated(), right);
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
        out.expression(left);
        out.expression(right);
    }

    @Override
    public Comparison rewrite(Rewriter rewriter) {
        var newLeft = rewriter.expression(left);
        var newRight = rewriter.expression(right);
        return Rewriter.same(newLeft, left) && Rewriter.same(newRight, right) ? this
                : new Comparison(newLeft, operator, newRight);
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
