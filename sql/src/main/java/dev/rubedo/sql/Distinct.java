package dev.rubedo.sql;

import java.util.List;

/**
 * The treatment of duplicate rows. Immutable.
 *
 * @param isOn whether duplicates are removed
 * @param columns the columns to compare ({@code DISTINCT ON}); empty for all
 */
public record Distinct(boolean isOn, List<Expression<?>> columns) {
    /** Keeps duplicates. */
    public static final Distinct NONE = new Distinct(false, List.of());

    /** Copies the list. */
    public Distinct {
        columns = List.copyOf(columns);
    }

    void describe(Structure out) {
        out.part(isOn);
        out.expressions(columns);
    }

    @Override
    public String toString() {
        return isOn ? "DISTINCT" + columns : "all rows";
    }
}
