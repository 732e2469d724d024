package dev.rubedo.sql;

import java.util.Objects;

/**
 * A comparison of two expressions. Immutable.
 *
 * @param left the left side
 * @param operator a comparing operator
 * @param right the right side
 */
public record Comparison(Expression<?> left, Operator operator, Expression<?> right) implements Condition {
    /** Checks the parts. */
    public Comparison {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(right, "right");
    }

    @Override
    public Condition negate() {
        return new Comparison(left, operator.negated(), right);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
