package dev.rubedo.schema;

/**
 * A comment on a constraint. Immutable.
 *
 * @param table the table
 * @param constraint the constraint, which must have a name
 * @param text the comment; empty to remove it
 */
public record SetConstraintComment(Table table, Constraint constraint, String text) implements DdlElement {}
