package dev.rubedo.async;

import dev.rubedo.engine.Execution;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task of a {@link Lane}. Executed by one thread; the other methods may be called from any.
 *
 * @param <T> the value
 */
final class LaneTask<T extends @Nullable Object> {

    private static final Logger LOGGER = LoggerFactory.getLogger(Lane.class);
    private static final Duration LONG_STAGE = Duration.ofMillis(250);

    /** The kind of a task, which determines when it can be stopped. */
    enum Kind {
        /** Can be stopped at any time. */
        WORK,
        /** As {@link #WORK}, but waits for others even if concurrency is strict. */
        PATIENT,
        /**
         * Once it has begun, only the statements of its flush can be cancelled, and its future reports the real
         * outcome.
         */
        COMMIT,
        /** Is always executed. */
        CLEANUP
    }

    private final Lane lane;
    private final Kind kind;
    private final Callable<T> work;
    private final LaneFuture<T> future;
    private final @Nullable Consumer<T> unwanted;
    private final @Nullable Throwable caller;
    private final @Nullable Future<?> timer;
    private volatile @Nullable Execution execution;
    private volatile @Nullable RuntimeException reason;
    private volatile boolean isDecided;
    private volatile boolean isWorking;
    private volatile boolean hasEnded;

    LaneTask(Lane lane, Kind kind, Callable<T> work, @Nullable Duration limit, @Nullable Consumer<T> unwanted) {
        this.lane = lane;
        this.kind = kind;
        this.work = work;
        this.unwanted = unwanted;
        this.caller = lane.options().isStrict() ? new Throwable("The first call") : null;
        this.future = new LaneFuture<>(lane, reason -> lane.stop(this, reason));
        this.timer = limit == null ? null
                : Deadline.after(limit, () -> lane.stop(this, DeadlineException.ofCall(limit)));
    }

    Kind kind() {
        return kind;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Returns where the call was made, if concurrency is strict. */
    @Nullable
    Throwable caller() {
        return caller;
    }

    /** Returns whether the task is being executed, without the stages that depend on it. */
    boolean isWorking() {
        return isWorking;
    }

    boolean isDecided() {
        return isDecided;
    }

    void decide() {
        requireWanted();
        isDecided = true;
    }

    void reconsider() {
        isDecided = false;
    }

    /** Called before a statement of this task is sent. */
    void executes(Execution statement) {
        execution = statement;
        requireWanted();
    }

    private void requireWanted() {
        var given = reason;
        if (given != null) {
            throw given;
        }
    }

    /** Ends a task that is never executed. */
    void end(RuntimeException failure) {
        hasEnded = true;
        stopTimer();
        future.completeExceptionally(failure);
    }

    /** Cancels the statement of the running task; without one, its future fails at once, and its next statement. */
    void interrupt(RuntimeException given) {
        if (reason == null) {
            reason = given;
            Cancellation.begin(() -> execution, () -> hasEnded, () -> {
                if (!isDecided) {
                    future.completeExceptionally(given);
                }
            }, lane.options().cancelGrace());
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** Executes the task, and then the stages that depend on it. */
    void execute() {
        Runnable completion;
        isWorking = true;
        try {
            T value = work.call();
            completion = () -> complete(value);
        } catch (Throwable failure) {
            var outcome = outcome(failure);
            completion = () -> future.completeExceptionally(outcome);
        } finally {
            isWorking = false;
            hasEnded = true;
            lane.ended();
            stopTimer();
        }
        var callbacks = lane.options().callbacks();
        if (callbacks == null) {
            completeHere(completion);
            return;
        }
        try {
            callbacks.execute(completion);
        } catch (RuntimeException e) {
            LOGGER.warn("The callback executor refused a stage, which is executed on the lane instead.", e);
            completion.run();
        }
    }

    /** Returns why the task was stopped, with the failure of its statement as the cause; otherwise the failure. */
    private Throwable outcome(Throwable failure) {
        var given = reason;
        if (given == null) {
            return failure;
        }
        if (given.getCause() == null && !isCausedBy(failure, given)) {
            given.initCause(failure);
        }
        return given;
    }

    private static boolean isCausedBy(Throwable failure, Throwable given) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause == given) {
                return true;
            }
        }
        return false;
    }

    private void complete(T value) {
        if (!future.complete(value) && unwanted != null) {
            lane.cleanUp(() -> unwanted.accept(value));
        }
    }

    private void completeHere(Runnable completion) {
        long begun = System.nanoTime();
        completion.run();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        if (took.compareTo(LONG_STAGE) > 0 && lane.options().warned().compareAndSet(false, true)) {
            LOGGER.warn(
                    "A stage that depends on an asynchronous call took {} ms, while the next calls of its session"
                            + " or connection waited. Use callbackExecutor(...), or an ...Async method with an executor of"
                            + " yours. This is said once for each engine.",
                    took.toMillis());
        }
    }
}
