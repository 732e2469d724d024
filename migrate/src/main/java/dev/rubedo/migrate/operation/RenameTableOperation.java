package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableName;

/**
 * Renames a table within its schema. Immutable.
 *
 * @param table the old name
 * @param to the new name, without schema
 */
public record RenameTableOperation(TableName table, String to) implements TableOperation {
    /** Checks the names. */
    public RenameTableOperation {
        table.renamed(to);
    }

    @Override
    public RenameTableOperation reverse() {
        return new RenameTableOperation(table.renamed(to), table.name());
    }

    @Override
    public OperationStep step() {
        return OperationStep.RENAME_TABLES;
    }

    @Override
    public String describe() {
        return "rename table \"" + table + "\" to \"" + to + "\"";
    }
}
