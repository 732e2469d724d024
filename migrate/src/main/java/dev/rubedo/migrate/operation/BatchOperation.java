package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Several changes of one table. If the database cannot make them otherwise, the table is recreated and its rows are
 * copied. Immutable.
 *
 * @param table the name of the table
 * @param operations the changes, in order
 * @param options the options for recreating the table
 */
public record BatchOperation(TableName table, List<TableOperation> operations, BatchOptions options)
        implements
            TableOperation {
    /** Checks the components and copies the list. */
    public BatchOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(options, "options");
        operations = List.copyOf(operations);
        for (var operation : operations) {
            if (!operation.table().equals(table)) {
                throw new IllegalArgumentException("A batch for table \"" + table + "\" cannot "
                        + operation.describe());
            }
        }
    }

    @Override
    public BatchOperation reverse() {
        return new BatchOperation(table, Reversal.of(operations), options);
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
        return "alter table \"" + table + "\" in a batch";
    }
}
