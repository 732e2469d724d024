package dev.rubedo.sql;

import java.util.List;

/**
 * How equal rows are treated. Immutable.
 *
 * @param isOn whether there is a {@code DISTINCT}
 * @param columns what must be equal ({@code DISTINCT ON}); empty for everything
 */
public record Distinct(boolean isOn, List<Expression<?>> columns) {
    /** All rows. */
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
