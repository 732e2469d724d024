package dev.rubedo.migrate.operation;

import java.util.List;

/**
 * Operations that run outside any transaction. The preceding changes are committed first. Immutable.
 *
 * @param operations the operations, in order
 */
public record OutsideTransactionOperation(List<MigrationOperation> operations) implements MigrationOperation {
    /** Copies the list. */
    public OutsideTransactionOperation {
        operations = List.copyOf(operations);
    }

    @Override
    public OutsideTransactionOperation reverse() {
        return new OutsideTransactionOperation(Reversal.of(operations));
    }

    @Override
    public boolean isDestructive() {
        return operations.stream().anyMatch(MigrationOperation::isDestructive);
    }

    @Override
    public OperationStep step() {
        return OperationStep.OTHERS;
    }

    @Override
    public String describe() {
        return "outside transactions: "
                + String.join(", ", operations.stream().map(MigrationOperation::describe).toList());
    }
}
