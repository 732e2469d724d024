package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * A test against a list of expressions. Immutable.
 *
 * @param operand the tested expression
 * @param items the expressions, at least one
 * @param isNegated whether a match fails the test
 */
public record InList(Expression<?> operand, List<Expression<?>> items, boolean isNegated) implements Condition {
    /** Checks the components. */
    public InList {
        Objects.requireNonNull(operand, "operand");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("in(): no expressions");
        }
    }

    @Override
    public Condition negate() {
        return new InList(operand, items, !isNegated);
    }

    @Override
    public void describe(Structure out) {
        out.part(isNegated);
        out.expression(operand);
        out.expressions(items);
    }

    @Override
    public InList rewrite(Rewriter rewriter) {
        var newOperand = rewriter.expression(operand);
        var newItems = rewriter.expressions(items);
        return Rewriter.same(newOperand, operand) && Rewriter.same(newItems, items) ? this
                : new InList(newOperand, newItems, isNegated);
    }

    @Override
    public int precedence() {
        return Operator.IN.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
