package dev.rubedo.schema;

/**
 * {@code DROP TABLE}. Immutable.
 *
 * @param table the table
 * @param ifExists whether a table that is not there is no error
 */
public record DropTable(Table table, boolean ifExists) implements DdlElement {
    /** Checks the table. */
    public DropTable {
        table.requireNoAlias("dropped");
    }

    /**
     * Drops a table that is there.
     *
     * @param table the table
     */
    public DropTable(Table table) {
        this(table, false);
    }
}
