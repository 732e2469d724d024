package dev.rubedo.schema;

/**
 * {@code COMMENT ON CONSTRAINT}, or the equivalent of the database. Immutable.
 *
 * @param table the table
 * @param constraint the constraint, which must have a name
 * @param text the comment; empty to remove it
 */
public record SetConstraintComment(Table table, Constraint constraint, String text) implements DdlElement {}
