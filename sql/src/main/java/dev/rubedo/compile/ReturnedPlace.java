package dev.rubedo.compile;

/** The place where a dialect writes the rows that an INSERT, UPDATE or DELETE returns. Immutable. */
public enum ReturnedPlace {

    /** After the columns that are written and before everything that is read, as {@code OUTPUT} of SQL Server. */
    AFTER_COLUMNS,
    /** At the end, as {@code RETURNING}. */
    AT_END,
    /**
     * Around the statement, which becomes a table to select from, as {@code SELECT ... FROM FINAL TABLE (...)} of H2.
     */
    AROUND
}
