package dev.rubedo.schema;

/**
 * {@code ALTER TABLE ... DROP COLUMN}. Immutable.
 *
 * @param table the table; it need not declare the column
 * @param column the name of the column
 * @param ifExists whether to do nothing if the column does not exist, instead of failing
 * @param isCascading whether to also drop objects that depend on the column; on SQL Server, its checks and foreign keys
 */
public record DropColumn(Table table, String column, boolean ifExists, boolean isCascading)
        implements
            TableAlteration {
    /** Checks the table and the name. */
    public DropColumn {
        table.requireNoAlias("changed");
        if (column.isBlank()) {
            throw new IllegalArgumentException("The name of the column to drop from \"" + table.label()
                    + "\" is empty");
        }
    }

    /**
     * Drops a column, failing if it does not exist.
     *
     * @param table the table
     * @param column the name of the column
     */
    public DropColumn(Table table, String column) {
        this(table, column, false, false);
    }
}
