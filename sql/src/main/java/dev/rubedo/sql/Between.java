package dev.rubedo.sql;

import java.util.Objects;

/**
 * A range test ({@code BETWEEN}), both ends included. Immutable.
 *
 * @param operand the tested expression
 * @param low the lower end
 * @param high the upper end
 * @param isSymmetric whether the ends may be swapped
 * @param isNegated whether values in the range fail the test
 */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean isSymmetric,
        boolean isNegated) implements Condition {
    /** Checks the components. */
    public Between {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
    }

    @Override
    public Condition negate() {
        return new Between(operand, low, high, isSymmetric, !isNegated);
    }

    /** Returns this test with ends that may be swapped: {@code BETWEEN SYMMETRIC}. */
    public Between symmetric() {
        return new Between(operand, low, high, true, isNegated);
    }

    @Override
    public void describe(Structure out) {
        out.part(isSymmetric);
        out.part(isNegated);
        out.expression(operand);
        out.expression(low);
        out.expression(high);
    }

    @Override
    public Between rewrite(Rewriter rewriter) {
        var newOperand = rewriter.expression(operand);
        var newLow = rewriter.expression(low);
        var newHigh = rewriter.expression(high);
        return Rewriter.same(newOperand, operand) && Rewriter.same(newLow, low) && Rewriter.same(newHigh, high) ? this
                : new Between(newOperand, newLow, newHigh, isSymmetric, isNegated);
    }

    @Override
    public int precedence() {
        return Operator.BETWEEN.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
