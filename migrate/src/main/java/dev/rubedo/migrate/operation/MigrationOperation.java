package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;

/** A change of a database by a revision. Immutable. */
public sealed interface MigrationOperation
        permits TableOperation, DatabaseOperation, OutsideTransactionOperation {

    /**
     * Returns the operation that undoes this one.
     *
     * @throws IrreversibleOperationException if it would have to know what this operation does not tell
     */
    MigrationOperation reverse();

    /** Returns whether the operation can lose rows or values. */
    default boolean isDestructive() {
        return false;
    }

    /** Returns where the operation stands in a generated revision. */
    OperationStep step();

    /** Returns the operation in a few words, such as {@code add column "customer.email"}. */
    String describe();
}
