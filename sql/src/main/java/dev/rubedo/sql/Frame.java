package dev.rubedo.sql;

import java.util.Objects;

/**
 * The part of a partition that a window function sees. Immutable.
 *
 * @param unit what is counted
 * @param start where it begins
 * @param end where it ends
 * @param exclusion what is left out
 */
public record Frame(Unit unit, FrameBound start, FrameBound end, Exclusion exclusion) {

    /** Checks the parts. */
    public Frame {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(exclusion, "exclusion");
        boolean isReversed = start.kind().compareTo(end.kind()) > 0;
        if (isReversed || start.kind() == FrameBound.Kind.UNBOUNDED_FOLLOWING
                || end.kind() == FrameBound.Kind.UNBOUNDED_PRECEDING) {
            throw new IllegalArgumentException("A frame cannot begin at its end: " + start + " to " + end);
        }
    }

    void describe(Structure out) {
        out.part(unit);
        out.part(exclusion);
        start.describe(out);
        end.describe(out);
    }

    @Override
    public String toString() {
        return unit + " BETWEEN " + start + " AND " + end + exclusion.suffix();
    }

    /** What is counted. Immutable. */
    public enum Unit {
        /** Rows. */
        ROWS,
        /** Values of the order. */
        RANGE,
        /** Groups of rows that the order does not separate. */
        GROUPS
    }

    /** What is left out. Immutable. */
    public enum Exclusion {
        /** Nothing. */
        NONE(""),
        /** The current row. */
        CURRENT_ROW(" EXCLUDE CURRENT ROW"),
        /** The current row and those equal to it in the order. */
        GROUP(" EXCLUDE GROUP"),
        /** Those equal to the current row in the order, but not the row itself. */
        TIES(" EXCLUDE TIES");

        private final String suffix;

        Exclusion(String suffix) {
            this.suffix = suffix;
        }

        /** Returns the SQL after the frame, with its space; empty for nothing. */
        public String suffix() {
            return suffix;
        }
    }
}
