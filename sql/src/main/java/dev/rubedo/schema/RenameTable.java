package dev.rubedo.schema;

/**
 * {@code ALTER TABLE ... RENAME TO}. The table stays in its schema. Immutable.
 *
 * @param table the table under its old name
 * @param name the new name, without schema
 */
public record RenameTable(Table table, String name) implements TableAlteration {
    /** Checks the table and the name. */
    public RenameTable {
        table.requireNoAlias("renamed");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The new name of table \"" + table.label() + "\" is empty");
        }
    }
}
