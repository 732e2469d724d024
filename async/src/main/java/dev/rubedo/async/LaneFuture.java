package dev.rubedo.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a task on a lane, and of the stages that depend on it. Cancelling the outcome of a task removes the
 * task from the queue, or cancels its statement. A thread that executes the tasks of a lane cannot wait for a later task
 * of the same lane: that throws a {@link LaneException}. Thread-safe.
 *
 * @param <T> the value
 */
final class LaneFuture<T extends @Nullable Object> extends CompletableFuture<T> {

    private final Lane lane;
    private final @Nullable Runnable onCancel;

    LaneFuture(Lane lane, @Nullable Runnable onCancel) {
        this.lane = lane;
        this.onCancel = onCancel;
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new LaneFuture<>(lane, null);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled && onCancel != null) {
            onCancel.run();
        }
        return cancelled;
    }

    @Override
    public T join() {
        requireWaitable();
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        requireWaitable();
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        requireWaitable();
        return super.get(timeout, unit);
    }

    private void requireWaitable() {
        if (!isDone() && lane.isCurrent()) {
            throw new LaneException(
                    "This call would wait forever: it waits for a task of an asynchronous session or connection on the"
                            + " thread that has to execute it. Chain the next step with thenCompose(...), or write it as"
                            + " blocking code in runSync(...).",
                    null);
        }
    }
}
