package dev.rubedo.async;

import java.util.concurrent.CompletableFuture;

/** A transaction that was begun on an asynchronous connection. Thread-safe. */
public final class AsyncTransaction {

    private final AsyncConnection connection;

    AsyncTransaction(AsyncConnection connection) {
        this.connection = connection;
    }

    /** Commits the transaction. */
    public CompletableFuture<Void> commit() {
        return connection.commit();
    }

    /** Rolls back the transaction. */
    public CompletableFuture<Void> rollback() {
        return connection.rollback();
    }
}
