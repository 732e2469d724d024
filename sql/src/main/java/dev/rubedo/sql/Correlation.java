package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * The rule for which tables a subquery takes from the enclosing statement. Immutable.
 *
 * @param mode how they are determined
 * @param froms the named tables
 */
public record Correlation(Mode mode, List<FromClause> froms) {

    /** Automatic correlation. */
    public static final Correlation AUTOMATIC = new Correlation(Mode.AUTOMATIC, List.of());

    /** Checks the components. */
    public Correlation {
        Objects.requireNonNull(mode, "mode");
        froms = List.copyOf(froms);
    }

    /** Returns this correlation with more tables of the same mode. */
    Correlation and(Mode other, FromClause... more) {
        if (mode != Mode.AUTOMATIC && mode != other) {
            throw new IllegalStateException(
                    "correlate(...) and correlateExcept(...) exclude each other. Use one of them.");
        }
        return new Correlation(other, SelectParts.append(froms, more));
    }

    void describe(Structure out) {
        out.part(mode);
        out.froms(froms);
    }

    @Override
    public String toString() {
        return mode + " " + froms;
    }

    /** A way to determine the correlated tables. Immutable. */
    public enum Mode {
        /** The tables that the enclosing statement has, unless that would leave the subquery without any. */
        AUTOMATIC,
        /** Only the named tables; no table if the list is empty. */
        ONLY,
        /** All tables of the enclosing statement except the named ones. */
        EXCEPT
    }
}
