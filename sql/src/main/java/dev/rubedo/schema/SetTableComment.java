package dev.rubedo.schema;

/**
 * {@code COMMENT ON TABLE}, or the equivalent of the database. Immutable.
 *
 * @param table the table
 * @param text the comment; empty to remove it
 * @param isFirst whether the table is known to have no comment yet
 */
public record SetTableComment(Table table, String text, boolean isFirst) implements DdlElement {

    /**
     * Creates a statement that replaces the comment, if there is one.
     *
     * @param table the table
     * @param text the comment; empty to remove it
     */
    public SetTableComment(Table table, String text) {
        this(table, text, false);
    }
}
