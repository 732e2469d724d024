package dev.rubedo.mapping;

/** What the database does with a row when the row that its foreign key refers to is deleted. Immutable. */
public enum OnDelete {
    /** Nothing is written: the database refuses to delete the row at the end of the statement or transaction. */
    NO_ACTION,
    /** The database refuses to delete the row at once. */
    RESTRICT,
    /** The referring row is deleted too. */
    CASCADE,
    /** The referring column is set to NULL. */
    SET_NULL,
    /** The referring column is set to its default. */
    SET_DEFAULT
}
