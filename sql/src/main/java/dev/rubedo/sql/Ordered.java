package dev.rubedo.sql;

import java.util.Objects;

/**
 * A term of {@code ORDER BY} with a direction and a position of NULLs. Immutable.
 *
 * @param term the expression to order by
 * @param direction the direction
 * @param nulls the position of NULLs
 */
public record Ordered(Expression<?> term, Direction direction, Nulls nulls) implements OrderTerm {

    /** Checks the components. */
    public Ordered {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(nulls, "nulls");
    }

    /** Returns this term in ascending order. */
    public Ordered asc() {
        return new Ordered(term, Direction.ASCENDING, nulls);
    }

    /** Returns this term in descending order. */
    public Ordered desc() {
        return new Ordered(term, Direction.DESCENDING, nulls);
    }

    /** Returns this term with NULLs first. */
    public Ordered nullsFirst() {
        return new Ordered(term, direction, Nulls.FIRST);
    }

    /** Returns this term with NULLs last. */
    public Ordered nullsLast() {
        return new Ordered(term, direction, Nulls.LAST);
    }

    @Override
    public void describe(Structure out) {
        out.part(direction);
        out.part(nulls);
        out.expression(term);
    }

    @Override
    public Ordered rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(term);
        return Rewriter.same(changed, term) ? this : new Ordered(changed, direction, nulls);
    }

    @Override
    public String toString() {
        return term + direction.suffix() + nulls.suffix();
    }

    /** A sort direction. Immutable. */
    public enum Direction {
        /** Ascending, without a keyword. */
        DEFAULT(""),
        /** Ascending. */
        ASCENDING(" ASC"),
        /** Descending. */
        DESCENDING(" DESC");

        private final String suffix;

        Direction(String suffix) {
            this.suffix = suffix;
        }

        /** Returns the SQL after the term, with a leading space; empty for the default. */
        public String suffix() {
            return suffix;
        }
    }

    /** The position of NULLs. Immutable. */
    public enum Nulls {
        /** The default of the database. */
        DEFAULT(""),
        /** First. */
        FIRST(" NULLS FIRST"),
        /** Last. */
        LAST(" NULLS LAST");

        private final String suffix;

        Nulls(String suffix) {
            this.suffix = suffix;
        }

        /** Returns the SQL after the direction, with a leading space; empty for the default. */
        public String suffix() {
            return suffix;
        }
    }
}
