package dev.rubedo.migrate.operation;

import java.util.List;

/**
 * The operations of an upgrade, in order. Immutable.
 *
 * @param operations the operations
 */
public record UpgradeOperations(List<MigrationOperation> operations) {
    /** Copies the list. */
    public UpgradeOperations {
        operations = List.copyOf(operations);
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /**
     * Returns the operations that undo these, the last one first.
     *
     * @throws dev.rubedo.migrate.error.IrreversibleOperationException if one cannot be undone
     */
    public DowngradeOperations reverse() {
        return new DowngradeOperations(Reversal.of(operations));
    }
}
