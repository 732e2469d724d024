package dev.rubedo.schema;

import java.util.List;

/**
 * {@code ALTER TABLE ... ADD COLUMN}, with the checks of the column. Other constraints, indexes and the comment are
 * added by further statements; {@link SchemaPlan#addColumn} lists all of them. Immutable.
 *
 * @param column the column; its table is the one to change
 * @param foreignKeys the foreign keys to declare in the column definition, each of this column alone
 * @param ifNotExists whether to do nothing if the column exists, instead of failing
 */
public record AddColumn(Column<?> column, List<ForeignKey> foreignKeys, boolean ifNotExists)
        implements
            TableAlteration {
    /** Checks the column, copies the list. */
    public AddColumn {
        column.table().requireNoAlias("changed");
        foreignKeys = List.copyOf(foreignKeys);
        for (var key : foreignKeys) {
            if (!key.columnNames().equals(List.of(column.name()))) {
                throw new IllegalArgumentException("The foreign key on " + key.columnNames()
                        + " is not a key of column \"" + column.path() + "\" alone. Add it with a separate "
                        + "AddConstraint");
            }
        }
    }

    /**
     * Adds a column, failing if it exists.
     *
     * @param column the column; its table is the one to change
     */
    public AddColumn(Column<?> column) {
        this(column, List.of(), false);
    }

    @Override
    public Table table() {
        return column.table();
    }
}
