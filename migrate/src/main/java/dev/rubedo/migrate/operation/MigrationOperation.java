package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;

/** A change of a database by a revision. Immutable. */
public sealed interface MigrationOperation
        permits TableOperation, DatabaseOperation, OutsideTransactionOperation {

    /**
     * Returns the operation that undoes this one.
     *
     * @throws IrreversibleOperationException if this operation does not contain the required information
     */
    MigrationOperation reverse();

    /** Returns whether the operation can lose rows or values. */
    default boolean isDestructive() {
        return false;
    }

    /** Returns the step of a generated revision to which the operation belongs. */
    OperationStep step();

    /** Returns a short description of the operation, such as {@code add column "customer.email"}. */
    String describe();
}
