package dev.rubedo.async;

import dev.rubedo.engine.Execution;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue of tasks that are executed in order, one at a time, on a thread of an executor. A thread is used only while
 * there are tasks. Stages that depend on a task are executed on the thread of the lane before its next task, unless
 * there is an executor for them. Thread-safe.
 */
final class Lane {

    private static final Logger LOGGER = LoggerFactory.getLogger(Lane.class);
    private static final Duration LONG_STAGE = Duration.ofMillis(250);
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private static final ThreadLocal<Lane> OF_THREAD = new ThreadLocal<>();

    private final AsyncOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Task<?>> queue = new ArrayDeque<>();
    private @Nullable Task<?> running;
    private boolean isDraining;
    private volatile @Nullable Thread thread;
    private volatile boolean isWorking;

    Lane(AsyncOptions options) {
        this.options = options;
    }

    /** Returns the lane whose tasks the calling thread executes, or null. */
    static @Nullable Lane ofThread() {
        return OF_THREAD.get();
    }

    /** Called before a statement of the current task is sent. */
    void executes(Execution statement) {
        Task<?> task = running;
        if (task != null) {
            task.execution = statement;
            if (task.future.isCancelled()) {
                throw new CancellationException("The call was cancelled before its statement was sent.");
            }
        }
    }

    /** Returns whether the calling thread executes the tasks of this lane now. */
    boolean isCurrent() {
        return thread == Thread.currentThread();
    }

    /** Returns whether the calling thread executes a task of this lane, not a stage that depends on one. */
    boolean isWorkingHere() {
        return isWorking && isCurrent();
    }

    /** Adds a task. The future is completed when the task has ended. */
    <T extends @Nullable Object> CompletableFuture<T> run(Callable<T> work) {
        return run(work, options.isStrict());
    }

    private <T extends @Nullable Object> CompletableFuture<T> run(Callable<T> work, boolean alone) {
        var task = new Task<>(work);
        lock.lock();
        try {
            Task<?> first = running != null ? running : queue.peek();
            if (alone && first != null) {
                task.future.completeExceptionally(new LaneException(
                        "A call of this asynchronous session or connection is still in progress, and strictConcurrency()"
                                + " is set. Chain the calls with thenCompose(...), or use another session. The cause is"
                                + " where the first call was made.",
                        first.caller));
                return task.future;
            }
            queue.add(task);
            if (isDraining) {
                return task.future;
            }
            isDraining = true;
        } finally {
            lock.unlock();
        }
        start();
        return task.future;
    }

    /** Adds a task that may wait for others even if concurrency is strict. */
    CompletableFuture<?> runAlways(Runnable work) {
        return this.<@Nullable Object>run(() -> {
            work.run();
            return null;
        }, false);
    }

    private void abandon(RuntimeException reason) {
        lock.lock();
        Deque<Task<?>> left;
        try {
            left = new ArrayDeque<>(queue);
            queue.clear();
            isDraining = false;
        } finally {
            lock.unlock();
        }
        left.forEach(task -> task.future.completeExceptionally(reason));
    }

    private void drain() {
        thread = Thread.currentThread();
        OF_THREAD.set(this);
        try {
            for (Task<?> task = next(); task != null; task = next()) {
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

    private @Nullable Task<?> next() {
        lock.lock();
        try {
            running = queue.poll();
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void ended() {
        lock.lock();
        try {
            running = null;
        } finally {
            lock.unlock();
        }
    }

    private void cancelled(Task<?> task) {
        lock.lock();
        try {
            if (queue.remove(task) || running != task) {
                return;
            }
        } finally {
            lock.unlock();
        }
        Execution statement = task.execution;
        if (statement != null) {
            Thread.ofVirtual().name("rubedo-cancel").start(() -> cancel(statement));
        }
    }

    private static void cancel(Execution statement) {
        try {
            statement.cancel();
        } catch (RuntimeException e) {
            LOGGER.warn("A statement could not be cancelled; it runs on: {}", statement.sql(), e);
        }
    }

    /** One task. */
    private final class Task<T extends @Nullable Object> {

        private final Callable<T> work;
        private final LaneFuture<T> future = new LaneFuture<>(Lane.this, () -> cancelled(this));
        private final @Nullable Throwable caller;
        private volatile @Nullable Execution execution;

        Task(Callable<T> work) {
            this.work = work;
            this.caller = options.isStrict() ? new Throwable("The first call") : null;
        }

        /** Executes the task unless it was cancelled, and then the stages that depend on it. */
        void execute() {
            if (future.isDone()) {
                return;
            }
            Runnable completion;
            isWorking = true;
            try {
                T value = work.call();
                completion = () -> future.complete(value);
            } catch (Throwable failure) {
                completion = () -> future.completeExceptionally(failure);
            } finally {
                isWorking = false;
                ended();
            }
            var callbacks = options.callbacks();
            if (callbacks != null) {
                try {
                    callbacks.execute(completion);
                } catch (RuntimeException e) {
                    LOGGER.warn("The callback executor refused a stage, which is executed on the lane instead.", e);
                    completion.run();
                }
                return;
            }
            long begun = System.nanoTime();
            completion.run();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            if (took.compareTo(LONG_STAGE) > 0 && WARNED.compareAndSet(false, true)) {
                LOGGER.warn(
                        "A stage that depends on an asynchronous call took {} ms, while the next calls of its session"
                                + " or connection waited. Use callbackExecutor(...), or an ...Async method with an executor of"
                                + " yours. This is said once.",
                        took.toMillis());
            }
        }
    }
}
