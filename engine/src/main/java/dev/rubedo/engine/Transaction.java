package dev.rubedo.engine;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;

/**
 * The transaction of a connection, begun by {@link Connection#begin()} or by its first statement. Closing it without
 * {@link #commit()} rolls back. Confined to one thread at a time.
 */
public final class Transaction implements AutoCloseable {

    private final Connection connection;
    private boolean ended;
    private boolean committed;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Returns the connection of this transaction. */
    public Connection connection() {
        return connection;
    }

    /** Returns whether this transaction has been neither committed nor rolled back. */
    public boolean isActive() {
        return !ended;
    }

    /** Returns whether this transaction has been committed. */
    public boolean isCommitted() {
        return committed;
    }

    /** Commits this transaction. */
    public void commit() {
        ensureActive("commit");
        connection.commit();
    }

    /** Rolls back this transaction. */
    public void rollback() {
        ensureActive("roll back");
        connection.rollback();
    }

    /** Rolls back this transaction unless it has ended. */
    @Override
    public void close() {
        if (!ended) {
            connection.rollback();
        }
    }

    void end(boolean isCommitted) {
        ended = true;
        committed = isCommitted;
    }

    private void ensureActive(String what) {
        if (ended) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE, "Cannot " + what
                    + " a transaction that has already ended. Begin another one with connection.begin().");
        }
    }

    /** Returns the state of this transaction, for logs. */
    @Override
    public String toString() {
        return ended ? "Transaction[ended]" : "Transaction[active]";
    }
}
