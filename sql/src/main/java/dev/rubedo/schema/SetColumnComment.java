package dev.rubedo.schema;

/**
 * A comment on a column. Immutable.
 *
 * @param column the column
 * @param text the comment; empty to remove it
 */
public record SetColumnComment(Column<?> column, String text) implements DdlElement {}
