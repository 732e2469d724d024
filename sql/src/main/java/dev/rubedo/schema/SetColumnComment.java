package dev.rubedo.schema;

/**
 * A comment on a column. Immutable.
 *
 * @param column the column
 * @param text the comment; empty to remove it
 * @param isFirst whether the column is known to have no comment yet
 */
public record SetColumnComment(Column<?> column, String text, boolean isFirst) implements DdlElement {

    /**
     * Creates a comment that replaces another one, if there is one.
     *
     * @param column the column
     * @param text the comment; empty to remove it
     */
    public SetColumnComment(Column<?> column, String text) {
        this(column, text, false);
    }
}
