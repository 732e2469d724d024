package dev.rubedo.sql;

import java.util.Objects;

/**
 * How many rows come. Immutable.
 *
 * @param count the number
 * @param form rows, percent of the rows, or rows and those equal to the last
 */
public record RowLimit(Expression<?> count, Form form) {

    /** Checks the parts. */
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
        return count + " " + form;
    }

    /** What is counted. Immutable. */
    public enum Form {
        /** Rows, written as {@code LIMIT} where the database has it. */
        LIMIT,
        /** Rows, written as {@code FETCH FIRST}. */
        FETCH,
        /** Rows, and those equal to the last in the order. */
        WITH_TIES,
        /** Percent of the rows. */
        PERCENT,
        /** Percent of the rows, and those equal to the last in the order. */
        PERCENT_WITH_TIES
    }
}
