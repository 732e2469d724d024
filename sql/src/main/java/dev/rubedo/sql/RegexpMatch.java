package dev.rubedo.sql;

import java.util.Objects;

/**
 * A test of a text against a regular expression in the database's syntax. Immutable.
 *
 * @param operand the text
 * @param pattern the regular expression
 * @param flags flags in the database's syntax, or empty
 * @param isNegated whether a match fails the test
 */
public record RegexpMatch(Expression<?> operand, Expression<?> pattern, String flags,
        boolean isNegated) implements Condition {
    /** Checks the components. */
    public RegexpMatch {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(flags, "flags");
    }

    @Override
    public Condition negate() {
        return new RegexpMatch(operand, pattern, flags, !isNegated);
    }

    @Override
    public void describe(Structure out) {
        out.part(isNegated);
        out.part(flags);
        out.expression(operand);
        out.expression(pattern);
    }

    @Override
    public RegexpMatch rewrite(Rewriter rewriter) {
        var newOperand = rewriter.expression(operand);
        var newPattern = rewriter.expression(pattern);
        return Rewriter.same(newOperand, operand) && Rewriter.same(newPattern, pattern) ? this
                : new RegexpMatch(newOperand, newPattern, flags, isNegated);
    }

    @Override
    public int precedence() {
        return Operator.REGEXP.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
