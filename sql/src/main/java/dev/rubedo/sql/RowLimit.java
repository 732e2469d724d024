package dev.rubedo.sql;

import java.util.Objects;

/**
 * A limit on the number of rows. Immutable.
 *
 * @param count the number
 * @param form the unit: rows or percent, with or without ties
 */
public record RowLimit(Expression<?> count, Form form) {

    /** Checks the components. */
    public RowLimit {
        Objects.requireNonNull(count, "count");
        Objects.requireNonNull(form, "form");
    }

    void describe(Structure out) {
        out.part(form);
        out.expression(count);
    }

    @Override
    public String toString() {
        return switch (form) {
            case LIMIT -> "LIMIT " + count;
            case FETCH -> "FETCH FIRST " + count + " ROWS ONLY";
            case WITH_TIES -> "FETCH FIRST " + count + " ROWS WITH TIES";
            case PERCENT -> "FETCH FIRST " + count + " PERCENT ROWS ONLY";
            case PERCENT_WITH_TIES -> "FETCH FIRST " + count + " PERCENT ROWS WITH TIES";
        };
    }

    /** The unit of a limit. Immutable. */
    public enum Form {
        /** Rows, written as {@code LIMIT} if the database has it. */
        LIMIT,
        /** Rows, written as {@code FETCH FIRST}. */
        FETCH,
        /** Rows, plus ties with the last one. */
        WITH_TIES,
        /** A percentage of the rows. */
        PERCENT,
        /** A percentage of the rows, plus ties with the last one. */
        PERCENT_WITH_TIES
    }
}
