package dev.rubedo.sql;

import java.util.Objects;

/**
 * The frame of a window: the part of a partition that a window function sees. Immutable.
 *
 * @param unit the unit of the bounds
 * @param start the start
 * @param end the end
 * @param exclusion the excluded rows
 */
public record Frame(Unit unit, FrameBound start, FrameBound end, Exclusion exclusion) {

    /** Checks the components. */
    public Frame {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(exclusion, "exclusion");
        boolean isReversed = start.kind().compareTo(end.kind()) > 0;
        if (isReversed || start.kind() == FrameBound.Kind.UNBOUNDED_FOLLOWING
                || end.kind() == FrameBound.Kind.UNBOUNDED_PRECEDING) {
            throw new IllegalArgumentException("A frame must not start at its last or end at its first possible row: "
                    + start + " to " + end);
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

    /** The unit of frame bounds. Immutable. */
    public enum Unit {
        /** Rows. */
        ROWS,
        /** Values of the ordering expression. */
        RANGE,
        /** Groups of peers: rows that are equal in the order. */
        GROUPS
    }

    /** Rows excluded from a frame. Immutable. */
    public enum Exclusion {
        /** Nothing. */
        NONE(""),
        /** The current row. */
        CURRENT_ROW(" EXCLUDE CURRENT ROW"),
        /** The current row and its peers. */
        GROUP(" EXCLUDE GROUP"),
        /** The peers of the current row, but not the row itself. */
        TIES(" EXCLUDE TIES");

        private final String suffix;

        Exclusion(String suffix) {
            this.suffix = suffix;
        }

        /** Returns the SQL after the frame, with a leading space; empty for nothing. */
        public String suffix() {
            return suffix;
        }
    }
}
