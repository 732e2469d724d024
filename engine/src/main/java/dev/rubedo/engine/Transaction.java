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

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Returns the connection that it belongs to. */
    public Connection connection() {
        return connection;
    }

    /** Returns whether it has neither been committed nor rolled back. */
    public boolean isActive() {
        return !ended;
    }

    /** Commits it. */
    public void commit() {
        ensureActive("commit");
        connection.commit();
    }

    /** Rolls it back. */
    public void rollback() {
        ensureActive("roll back");
        connection.rollback();
    }

    /** Rolls back, unless it has ended. */
    @Override
    public void close() {
        if (!ended) {
            connection.rollback();
        }
    }

    void end() {
        ended = true;
    }

    private void ensureActive(String what) {
        if (ended) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE, "Cannot " + what
                    + " a transaction that has ended already. Begin another one with connection.begin().");
        }
    }

    /** Returns whether it is active, for logs. */
    @Override
    public String toString() {
        return ended ? "Transaction[ended]" : "Transaction[active]";
    }
}
