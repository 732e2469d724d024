package dev.rubedo.schema;

/**
 * {@code COMMENT ON COLUMN}, or the equivalent of the database. Immutable.
 *
 * @param column the column
 * @param text the comment; empty to remove it
 * @param isFirst whether the column is known to have no comment yet
 */
public record SetColumnComment(Column<?> column, String text, boolean isFirst) implements DdlElement {

    /**
     * Creates a statement that replaces the comment, if there is one.
     *
     * @param column the column
     * @param text the comment; empty to remove it
     */
    public SetColumnComment(Column<?> column, String text) {
        this(column, text, false);
    }
}
