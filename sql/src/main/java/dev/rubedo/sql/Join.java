package dev.rubedo.sql;

import java.util.Objects;

/**
 * A join of two from clauses. Immutable.
 *
 * @param left the left side
 * @param right the right side
 * @param kind the kind of join
 * @param on the condition
 */
public record Join(FromClause left, FromClause right, Kind kind, Condition on) implements FromClause {

    /** Checks the components. */
    public Join {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(on, "on");
    }

    @Override
    public void describe(Structure out) {
        out.part(kind);
        out.from(left);
        out.from(right);
        out.expression(on);
    }

    @Override
    public Join rewrite(Rewriter rewriter) {
        var newLeft = rewriter.from(left);
        var newRight = rewriter.from(right);
        var newOn = rewriter.condition(on);
        return Rewriter.same(newLeft, left) && Rewriter.same(newRight, right) && Rewriter.same(newOn, on) ? this
                : new Join(newLeft, newRight, kind, newOn);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }

    /** A kind of join: which unmatched rows are kept. Immutable. */
    public enum Kind {
        /** Keeps no unmatched rows. */
        INNER("JOIN"),
        /** Keeps unmatched rows of the left side. */
        LEFT("LEFT OUTER JOIN"),
        /** Keeps unmatched rows of both sides. */
        FULL("FULL OUTER JOIN");

        private final String token;

        Kind(String token) {
            this.token = token;
        }

        /** Returns the SQL. */
        public String token() {
            return token;
        }
    }
}
