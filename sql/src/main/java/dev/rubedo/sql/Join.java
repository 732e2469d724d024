package dev.rubedo.sql;

import java.util.Objects;

/**
 * Two from clauses joined. Immutable.
 *
 * @param left the left side
 * @param right the right side
 * @param kind which rows without a partner stay
 * @param on the condition
 */
public record Join(FromClause left, FromClause right, Kind kind, Condition on) implements FromClause {

    /** Checks the parts. */
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
    public String toString() {
        return TreeText.of(this);
    }

    /** Which rows without a partner stay. Immutable. */
    public enum Kind {
        /** None. */
        INNER("JOIN"),
        /** Those of the left side. */
        LEFT("LEFT OUTER JOIN"),
        /** Those of both sides. */
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
