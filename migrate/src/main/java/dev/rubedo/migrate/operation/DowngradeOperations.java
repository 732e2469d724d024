package dev.rubedo.migrate.operation;

import java.util.List;

/**
 * The operations of a downgrade, in order. Immutable.
 *
 * @param operations the operations
 */
public record DowngradeOperations(List<MigrationOperation> operations) {
    /** Copies the list. */
    public DowngradeOperations {
        operations = List.copyOf(operations);
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }
}
