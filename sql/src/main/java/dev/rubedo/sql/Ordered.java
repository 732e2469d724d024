package dev.rubedo.sql;

import java.util.Objects;

/**
 * An expression with a direction. Immutable.
 *
 * @param term what is ordered by
 * @param direction up or down
 * @param nulls where NULLs go
 */
public record Ordered(Expression<?> term, Direction direction, Nulls nulls) implements OrderTerm {

    /** Checks the parts. */
    public Ordered {
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(nulls, "nulls");
    }

    /** Returns this term upwards. */
    public Ordered asc() {
        return new Ordered(term, Direction.ASCENDING, nulls);
    }

    /** Returns this term downwards. */
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
    public String toString() {
        return term + direction.suffix() + nulls.suffix();
    }

    /** Up or down. Immutable. */
    public enum Direction {
        /** Upwards, not written. */
        DEFAULT(""),
        /** Upwards. */
        ASCENDING(" ASC"),
        /** Downwards. */
        DESCENDING(" DESC");

        private final String suffix;

        Direction(String suffix) {
            this.suffix = suffix;
        }

        /** Returns the SQL after the term, with its space; empty for the default. */
        public String suffix() {
            return suffix;
        }
    }

    /** Where NULLs go. Immutable. */
    public enum Nulls {
        /** Where the database puts them. */
        DEFAULT(""),
        /** First. */
        FIRST(" NULLS FIRST"),
        /** Last. */
        LAST(" NULLS LAST");

        private final String suffix;

        Nulls(String suffix) {
            this.suffix = suffix;
        }

        /** Returns the SQL after the direction, with its space; empty for the default. */
        public String suffix() {
            return suffix;
        }
    }
}
