package dev.rubedo.schema;

/**
 * {@code DROP TABLE}. Immutable.
 *
 * @param table the table
 * @param ifExists whether to do nothing if the table does not exist, instead of failing
 */
public record DropTable(Table table, boolean ifExists) implements DdlElement {
    /** Checks the table. */
    public DropTable {
        table.requireNoAlias("dropped");
        table.requireNoView("dropped by DROP TABLE. Use a DropView");
    }

    /**
     * Drops a table, failing if it does not exist.
     *
     * @param table the table
     */
    public DropTable(Table table) {
        this(table, false);
    }
}
