package dev.rubedo.sql;

import java.util.Objects;

/**
 * A test against the rows of a query. Immutable.
 *
 * @param operand the tested expression
 * @param query the query
 * @param isNegated whether a match fails the test
 */
public record InSelect(Expression<?> operand, Selectable<?> query, boolean isNegated) implements Condition {
    /** Checks the components. */
    public InSelect {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(query, "query");
    }

    @Override
    public Condition negate() {
        return new InSelect(operand, query, !isNegated);
    }

    @Override
    public void describe(Structure out) {
        out.part(isNegated);
        out.expression(operand);
        out.statement(query);
    }

    @Override
    public InSelect rewrite(Rewriter rewriter) {
        var newOperand = rewriter.expression(operand);
        var newQuery = rewriter.query(query);
        return Rewriter.same(newOperand, operand) && Rewriter.same(newQuery, query) ? this
                : new InSelect(newOperand, newQuery, isNegated);
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
