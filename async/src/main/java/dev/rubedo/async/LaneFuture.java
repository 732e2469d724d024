package dev.rubedo.async;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a task on a lane or of a block, and of the stages that depend on it. Cancelling the outcome of a task
 * removes the task from the queue, or cancels its statement; once a commit has begun it returns false. A thread that
 * executes the tasks of a lane cannot wait for a later task of the same lane: that throws a {@link LaneException}.
 * Thread-safe.
 *
 * @param <T> the value
 */
final class LaneFuture<T extends @Nullable Object> extends CompletableFuture<T> {

    private final Lane lane;
    private final @Nullable Predicate<CancellationException> stop;

    /** @param stop stops the work whose outcome this is, and returns whether that was possible; null for dependents */
    LaneFuture(Lane lane, @Nullable Predicate<CancellationException> stop) {
        this.lane = lane;
        this.stop = stop;
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new LaneFuture<>(lane, null);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (stop == null || isDone()) {
            return super.cancel(mayInterruptIfRunning);
        }
        return stop.test(new CancellationException("The call was cancelled."))
                && super.cancel(mayInterruptIfRunning);
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
