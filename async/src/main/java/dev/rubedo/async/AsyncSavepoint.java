package dev.rubedo.async;

import java.util.concurrent.CompletableFuture;

/** A savepoint of an asynchronous connection or session. Thread-safe. */
public final class AsyncSavepoint {

    private final Lane lane;
    private final Runnable release;
    private final Runnable undo;

    AsyncSavepoint(Lane lane, Runnable release, Runnable undo) {
        this.lane = lane;
        this.release = release;
        this.undo = undo;
    }

    /** Releases the savepoint: what was done since belongs to the transaction. */
    public CompletableFuture<Void> commit() {
        return run(release);
    }

    /** Undoes what was done since the savepoint. */
    public CompletableFuture<Void> rollback() {
        return run(undo);
    }

    private CompletableFuture<Void> run(Runnable work) {
        return lane.run(() -> {
            work.run();
            return null;
        });
    }
}
