package dev.rubedo.mapping;

/** What the database does with a row when the row that its foreign key references is deleted. Immutable. */
public enum OnDelete {
    /** The default: the database refuses to delete the referenced row, at the end of the statement or transaction. */
    NO_ACTION,
    /** The database immediately refuses to delete the referenced row. */
    RESTRICT,
    /** The referencing row is deleted too. */
    CASCADE,
    /** The referencing column is set to NULL. */
    SET_NULL,
    /** The referencing column is set to its default. */
    SET_DEFAULT
}
