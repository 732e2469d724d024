package dev.rubedo.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bound of a window frame. Immutable.
 *
 * @param kind the kind of bound
 * @param offset the distance, or null if the kind has none
 */
public record FrameBound(Kind kind, @Nullable Expression<?> offset) {

    /** Checks that the distance fits the kind. */
    public FrameBound {
        Objects.requireNonNull(kind, "kind");
        boolean far = kind == Kind.PRECEDING || kind == Kind.FOLLOWING;
        if (far != (offset != null)) {
            throw new IllegalArgumentException(kind + (far ? " needs a distance" : " has no distance"));
        }
    }

    void describe(Structure out) {
        out.part(kind);
        out.optional(offset);
    }

    @Override
    public String toString() {
        return offset == null ? kind.text() : offset + " " + kind.text();
    }

    /** A kind of frame bound. Immutable. */
    public enum Kind {
        /** The first row of the partition. */
        UNBOUNDED_PRECEDING("UNBOUNDED PRECEDING"),
        /** A distance before the current row. */
        PRECEDING("PRECEDING"),
        /** The current row. */
        CURRENT_ROW("CURRENT ROW"),
        /** A distance after the current row. */
        FOLLOWING("FOLLOWING"),
        /** The last row of the partition. */
        UNBOUNDED_FOLLOWING("UNBOUNDED FOLLOWING");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Returns the SQL, without the distance. */
        public String text() {
            return text;
        }
    }
}
