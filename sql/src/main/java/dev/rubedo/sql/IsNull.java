package dev.rubedo.sql;

import java.util.Objects;

/**
 * A test for NULL. Immutable.
 *
 * @param operand the tested expression
 * @param isNegated whether NULL fails the test
 */
public record IsNull(Expression<?> operand, boolean isNegated) implements Condition {
    /** Checks the components. */
    public IsNull {
        Objects.requireNonNull(operand, "operand");
    }

    @Override
    public Condition negate() {
        return new IsNull(operand, !isNegated);
    }

    @Override
    public void describe(Structure out) {
        out.part(isNegated);
        out.expression(operand);
    }

    @Override
    public IsNull rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(operand);
        return Rewriter.same(changed, operand) ? this : new IsNull(changed, isNegated);
    }

    @Override
    public int precedence() {
        return Operator.IS.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
