package dev.rubedo.sql;

import java.util.Objects;

/**
 * A {@code LIKE} test of a text: against a pattern, a prefix, a suffix or a substring. Immutable.
 *
 * @param operand the text
 * @param pattern the pattern; for a prefix, suffix or substring, its text with wildcards already escaped
 * @param match whether it is a whole pattern, or where in the text the substring must be
 * @param ignoresCase whether case is ignored
 * @param escape the escape character for wildcards, or empty for none
 * @param isNegated whether a match fails the test
 */
public record Like(Expression<?> operand, Expression<?> pattern, Match match, boolean ignoresCase, String escape,
        boolean isNegated) implements Condition {

    /** Checks the components. */
    public Like {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(escape, "escape");
    }

    @Override
    public Condition negate() {
        return new Like(operand, pattern, match, ignoresCase, escape, !isNegated);
    }

    /** The role of the pattern. Immutable. */
    public enum Match {
        /** A whole pattern. */
        PATTERN,
        /** A prefix. */
        STARTS_WITH,
        /** A suffix. */
        ENDS_WITH,
        /** A substring. */
        CONTAINS
    }

    @Override
    public void describe(Structure out) {
        out.part(match);
        out.part(ignoresCase);
        out.part(isNegated);
        out.part(escape);
        out.expression(operand);
        out.expression(pattern);
    }

    @Override
    public Like rewrite(Rewriter rewriter) {
        var newOperand = rewriter.expression(operand);
        var newPattern = rewriter.expression(pattern);
        return Rewriter.same(newOperand, operand) && Rewriter.same(newPattern, pattern) ? this
                : new Like(newOperand, newPattern, match, ignoresCase, escape, isNegated);
    }

    @Override
    public int precedence() {
        return match == Match.PATTERN ? Operator.LIKE.precedence() : Operator.LOOSEST;
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
