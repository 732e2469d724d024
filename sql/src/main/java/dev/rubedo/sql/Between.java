package dev.rubedo.sql;

import java.util.Objects;

/**
 * A test against a range, both ends included. Immutable.
 *
 * @param operand what is tested
 * @param low the lower end
 * @param high the upper end
 * @param isSymmetric whether the ends may be the other way round
 * @param isNegated whether the range fails
 */
public record Between(Expression<?> operand, Expression<?> low, Expression<?> high, boolean isSymmetric,
        boolean isNegated) implements Condition {
    /** Checks the parts. */
    public Between {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
    }

    @Override
    public Condition negate() {
        return new Between(operand, low, high, isSymmetric, !isNegated);
    }

    /** Returns this test with ends that may be the other way round: {@code BETWEEN SYMMETRIC}. */
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
    public String toString() {
        return TreeText.of(this);
    }
}
