package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * Which tables a subquery takes from the statement around it. Immutable.
 *
 * @param mode how it is found
 * @param froms the tables that are named
 */
public record Correlation(Mode mode, List<FromClause> froms) {

    /** Found by itself. */
    public static final Correlation AUTOMATIC = new Correlation(Mode.AUTOMATIC, List.of());

    /** Checks the parts. */
    public Correlation {
        Objects.requireNonNull(mode, "mode");
        froms = List.copyOf(froms);
    }

    void describe(Structure out) {
        out.part(mode);
        out.froms(froms);
    }

    @Override
    public String toString() {
        return mode + " " + froms;
    }

    /** How it is found. Immutable. */
    public enum Mode {
        /** Those that the statement around it has, if something of its own is left. */
        AUTOMATIC,
        /** Those named; none if none is named. */
        ONLY,
        /** All that the statement around it has but those named. */
        EXCEPT
    }
}
