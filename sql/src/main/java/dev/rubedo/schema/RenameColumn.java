package dev.rubedo.schema;

/**
 * {@code ALTER TABLE ... RENAME COLUMN}. Immutable.
 *
 * @param existing the column as it is in the database, because some servers repeat its definition
 * @param name the new name
 */
public record RenameColumn(Column<?> existing, String name) implements TableAlteration {
    /** Checks the table and the name. */
    public RenameColumn {
        existing.table().requireNoAlias("changed");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The new name of column \"" + existing.path() + "\" is empty");
        }
    }

    @Override
    public Table table() {
        return existing.table();
    }
}
