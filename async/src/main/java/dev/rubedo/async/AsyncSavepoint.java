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

    /** Releases the savepoint: the work done since then becomes part of the transaction. */
    public CompletableFuture<Void> commit() {
        return run(LaneTask.Kind.WORK, release);
    }

    /** Rolls back to the savepoint. */
    public CompletableFuture<Void> rollback() {
        return run(LaneTask.Kind.CLEANUP, undo);
    }

    private CompletableFuture<Void> run(LaneTask.Kind kind, Runnable work) {
        return lane.run(kind, () -> {
            work.run();
            return null;
        }, null, null);
    }
}
