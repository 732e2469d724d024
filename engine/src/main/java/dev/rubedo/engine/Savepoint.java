package dev.rubedo.engine;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.result.RowReader;
import java.util.List;

/**
 * A point in a transaction to which it can be rolled back. Closing the savepoint without {@link #commit()} rolls back
 * to it. Confined to one thread at a time.
 */
public final class Savepoint implements AutoCloseable {

    private final TransactionState transaction;
    private final String name;
    private final List<RowReader> readersBefore;
    private boolean ended;

    Savepoint(TransactionState transaction, String name, List<RowReader> readersBefore) {
        this.transaction = transaction;
        this.name = name;
        this.readersBefore = readersBefore;
    }

    /** Returns the results that were open when this savepoint was set. */
    List<RowReader> readersBefore() {
        return readersBefore;
    }

    /** Returns the name of this savepoint in the database. */
    public String name() {
        return name;
    }

    /** Returns whether neither this savepoint nor an enclosing one or the transaction has ended. */
    public boolean isActive() {
        return !ended;
    }

    /** Keeps the changes made since and releases this savepoint, with those nested in it. */
    public void commit() {
        ensureActive("commit");
        transaction.release(this);
    }

    /** Rolls back the changes made since and releases this savepoint, with those nested in it. */
    public void rollback() {
        ensureActive("roll back");
        transaction.rollbackTo(this);
    }

    /** Rolls back to this savepoint unless it has ended. */
    @Override
    public void close() {
        if (!ended) {
            transaction.rollbackTo(this);
        }
    }

    void end() {
        ended = true;
    }

    private void ensureActive(String what) {
        if (ended) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE, "Cannot " + what + " savepoint \"" + name
                    + "\": it has already ended, or its transaction has. Set another one.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
