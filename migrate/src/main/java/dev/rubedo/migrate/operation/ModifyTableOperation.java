package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Several changes of one table, in order. Immutable.
 *
 * @param table the name of the table
 * @param operations the changes
 */
public record ModifyTableOperation(TableName table, List<TableOperation> operations) implements TableOperation {
    /** Checks the name and copies the list. */
    public ModifyTableOperation {
        Objects.requireNonNull(table, "table");
        operations = List.copyOf(operations);
    }

    @Override
    public ModifyTableOperation reverse() {
        return new ModifyTableOperation(table, Reversal.of(operations));
    }

    @Override
    public boolean isDestructive() {
        return operations.stream().anyMatch(MigrationOperation::isDestructive);
    }

    @Override
    public OperationStep step() {
        return OperationStep.CHANGE_TABLES;
    }

    @Override
    public String describe() {
        return "modify table \"" + table + "\"";
    }
}
