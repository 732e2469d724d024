package dev.rubedo.sql;

import java.util.Objects;

/**
 * A test for whether a query has rows. Immutable.
 *
 * @param query the query
 */
public record Exists(Selectable<?> query) implements Condition {
    /** Checks the components. */
    public Exists {
        Objects.requireNonNull(query, "query");
    }

    @Override
    public Condition negate() {
        return new Not(this);
    }

    @Override
    public void describe(Structure out) {
        out.statement(query);
    }

    @Override
    public Exists rewrite(Rewriter rewriter) {
        var changed = rewriter.query(query);
        return Rewriter.same(changed, query) ? this : new Exists(changed);
    }

    @Override
    public int precedence() {
        return Operator.EXISTS.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
