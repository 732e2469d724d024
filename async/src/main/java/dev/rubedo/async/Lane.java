package dev.rubedo.async;

import dev.rubedo.engine.Execution;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue of tasks that are executed in order, one at a time, on a thread of an executor. A thread is used only while
 * there are tasks. Stages that depend on a task are executed on the thread of the lane before its next task, unless
 * there is an executor for them.
 *
 * <p>A lane can be stopped, by a cancellation or its deadline: waiting tasks fail, the statement of the current one is
 * cancelled, and further ones are refused, except for clean-up tasks. It cannot be stopped once its last commit has
 * begun. Thread-safe.
 */
final class Lane {

    private static final ThreadLocal<Lane> OF_THREAD = new ThreadLocal<>();

    private final AsyncOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<LaneTask<?>> queue = new ArrayDeque<>();
    private volatile @Nullable LaneTask<?> running;
    private boolean isDraining;
    private boolean isLastCommit;
    private boolean isDecided;
    private @Nullable RuntimeException stopped;
    private @Nullable Consumer<RuntimeException> onStop;
    private final @Nullable Future<?> timer;
    private volatile @Nullable Thread thread;

    Lane(AsyncOptions options) {
        this(options, null);
    }

    /** @param deadline when the lane is stopped, or null for never */
    Lane(AsyncOptions options, @Nullable Deadline deadline) {
        this.options = options;
        this.timer = deadline == null ? null
                : deadline.whenPassed(() -> stop(DeadlineException.ofLane(deadline.limit())));
    }

    /** Returns the lane whose tasks the calling thread executes, or null. */
    static @Nullable Lane ofThread() {
        return OF_THREAD.get();
    }

    AsyncOptions options() {
        return options;
    }

    /** Called before a statement of the current task is sent. */
    void executes(Execution statement) {
        LaneTask<?> task = running;
        if (task != null) {
            task.executes(statement);
        }
    }

    /** Returns whether the calling thread executes the tasks of this lane now. */
    boolean isCurrent() {
        return thread == Thread.currentThread();
    }

    /** Returns whether the calling thread executes a task of this lane, not a stage that depends on one. */
    boolean isWorkingHere() {
        LaneTask<?> task = running;
        return task != null && task.isWorking() && isCurrent();
    }

    /** Adds a task. The future is completed when the task has ended. */
    <T extends @Nullable Object> CompletableFuture<T> run(Callable<T> work) {
        return run(LaneTask.Kind.WORK, work, null, null);
    }

    /**
     * Adds a task.
     *
     * @param limit the time within which it must be completed, or null for none
     * @param unwanted receives on the lane the value of a task whose future was completed before; null for values that
     *     need not be closed
     */
    <T extends @Nullable Object> CompletableFuture<T> run(LaneTask.Kind kind, Callable<T> work,
            @Nullable Duration limit, @Nullable Consumer<T> unwanted) {
        var task = new LaneTask<>(this, kind, work, limit, unwanted);
        lock.lock();
        try {
            LaneTask<?> first = running != null ? running : queue.peek();
            if (stopped != null && kind != LaneTask.Kind.CLEANUP) {
                task.end(stopped);
                return task.future();
            }
            if (options.isStrict() && kind != LaneTask.Kind.CLEANUP && kind != LaneTask.Kind.PATIENT
                    && first != null) {
                task.end(new LaneException(
                        "A call of this asynchronous session or connection is still in progress, and strictConcurrency()"
                                + " is set. Chain the calls with thenCompose(...), or use another session. The cause is"
                                + " where the first call was made.",
                        first.caller()));
                return task.future();
            }
            queue.add(task);
            if (isDraining) {
                return task.future();
            }
            isDraining = true;
        } finally {
            lock.unlock();
        }
        start();
        return task.future();
    }

    /** Adds the only task of a lane, which is closed after it. */
    <T extends @Nullable Object> CompletableFuture<T> runOnce(Callable<T> work) {
        var future = run(work);
        future.whenComplete((value, failure) -> close());
        return future;
    }

    /** Adds a task that cannot be cancelled and is executed even if the lane was stopped. */
    CompletableFuture<?> cleanUp(Runnable work) {
        return this.<@Nullable Object>run(LaneTask.Kind.CLEANUP, () -> {
            work.run();
            return null;
        }, null, null);
    }

    /** Announces that the next commit is the last work of this lane: once it has begun, the lane cannot be stopped. */
    void commitsLast() {
        lock.lock();
        try {
            isLastCommit = true;
        } finally {
            lock.unlock();
        }
    }

    /** Called by the current task at the end of its work, right before it commits: from now on it cannot be stopped. */
    void decide() {
        lock.lock();
        try {
            if (running != null) {
                running.decide();
            }
            isDecided = true;
        } finally {
            lock.unlock();
        }
    }

    /** Called by the current task at the beginning of an attempt, which can be stopped. */
    void reconsider() {
        lock.lock();
        try {
            isDecided = false;
            if (running != null) {
                running.reconsider();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Calls an action when the lane is stopped, immediately if it already was. */
    void whenStopped(Consumer<RuntimeException> action) {
        RuntimeException reason;
        lock.lock();
        try {
            onStop = action;
            reason = stopped;
        } finally {
            lock.unlock();
        }
        if (reason != null) {
            action.accept(reason);
        }
    }

    /** Ends the timer of the deadline. */
    void close() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /**
     * Makes all tasks fail except clean-up tasks.
     *
     * @return false if the last commit has begun, or if the lane was stopped before
     */
    boolean stop(RuntimeException reason) {
        List<LaneTask<?>> left = new ArrayList<>();
        LaneTask<?> current;
        Consumer<RuntimeException> told;
        lock.lock();
        try {
            if (isDecided || stopped != null) {
                return false;
            }
            stopped = reason;
            told = onStop;
            queue.removeIf(task -> task.kind() != LaneTask.Kind.CLEANUP && left.add(task));
            current = running;
        } finally {
            lock.unlock();
        }
        left.forEach(task -> task.end(reason));
        if (current != null && current.kind() != LaneTask.Kind.CLEANUP) {
            current.interrupt(reason);
        }
        if (told != null) {
            told.accept(reason);
        }
        return true;
    }

    /**
     * Makes one task fail.
     *
     * @return false if it has ended, cleans up, or is a commit that has begun; the statements of its flush are cancelled
     */
    boolean stop(LaneTask<?> task, RuntimeException reason) {
        boolean canEnd;
        lock.lock();
        try {
            if (task.kind() == LaneTask.Kind.CLEANUP) {
                return false;
            }
            if (!queue.remove(task)) {
                if (running != task) {
                    return false;
                }
                canEnd = !task.isDecided();
                task.interrupt(reason);
                return canEnd;
            }
        } finally {
            lock.unlock();
        }
        task.end(reason);
        return true;
    }

    private void abandon(RuntimeException reason) {
        lock.lock();
        Deque<LaneTask<?>> left;
        try {
            left = new ArrayDeque<>(queue);
            queue.clear();
            isDraining = false;
        } finally {
            lock.unlock();
        }
        left.forEach(task -> task.end(reason));
    }

    private void drain() {
        thread = Thread.currentThread();
        OF_THREAD.set(this);
        try {
            for (LaneTask<?> task = next(); task != null; task = next()) {
                task.execute();
            }
        } finally {
            OF_THREAD.remove();
            thread = null;
        }
        // a task may have been added between the last look and the end of this thread's turn
        lock.lock();
        try {
            isDraining = false;
            if (queue.isEmpty()) {
                return;
            }
            isDraining = true;
        } finally {
            lock.unlock();
        }
        start();
    }

    private void start() {
        try {
            options.threads().execute(this::drain);
        } catch (RuntimeException e) {
            abandon(e);
        }
    }

    private @Nullable LaneTask<?> next() {
        lock.lock();
        try {
            LaneTask<?> task = queue.poll();
            running = task;
            if (task != null && task.kind() == LaneTask.Kind.COMMIT) {
                task.decide();
                isDecided = isLastCommit;
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Called when the work of the current task has ended. */
    void ended() {
        lock.lock();
        try {
            running = null;
        } finally {
            lock.unlock();
        }
    }
}
