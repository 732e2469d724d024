package dev.rubedo.schema;

/**
 * A comment on a table. Immutable.
 *
 * @param table the table
 * @param text the comment; empty to remove it
 */
public record SetTableComment(Table table, String text) implements DdlElement {}
