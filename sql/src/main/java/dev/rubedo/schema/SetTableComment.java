package dev.rubedo.schema;

/**
 * A comment on a table. Immutable.
 *
 * @param table the table
 * @param text the comment; empty to remove it
 * @param isFirst whether the table is known to have no comment yet
 */
public record SetTableComment(Table table, String text, boolean isFirst) implements DdlElement {

    /**
     * Creates a comment that replaces another one, if there is one.
     *
     * @param table the table
     * @param text the comment; empty to remove it
     */
    public SetTableComment(Table table, String text) {
        this(table, text, false);
    }
}
