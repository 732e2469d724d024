package dev.rubedo.async;

import dev.rubedo.engine.Execution;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels the statement of a task from another thread. The request is repeated until the task has ended, because a
 * request that arrives before the statement has no effect. After the grace period the connection is closed. Stateless.
 */
final class Cancellation {

    private static final Logger LOGGER = LoggerFactory.getLogger(Cancellation.class);
    private static final long FIRST_PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(500).toNanos();

    private Cancellation() {}

    /**
     * Starts to cancel the statement of a task.
     *
     * @param statement returns the last statement of the task; null for none
     * @param hasEnded returns whether the task has ended
     * @param idle called if the task executes no statement now; it may be called several times
     */
    static void begin(Supplier<@Nullable Execution> statement, BooleanSupplier hasEnded, Runnable idle,
            Duration grace) {
        Thread.ofVirtual().name("rubedo-cancel").start(() -> {
            long begun = System.nanoTime();
            for (long pause = FIRST_PAUSE; !hasEnded.getAsBoolean(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
                var running = statement.get();
                boolean isLate = System.nanoTime() - begun > Deadline.nanos(grace);
                if (running == null || !running.isRunning()) {
                    idle.run();
                    if (isLate) {
                        return;
                    }
                } else if (isLate) {
                    abort(running, grace);
                    return;
                } else {
                    cancel(running);
                }
                LockSupport.parkNanos(Math.min(pause, Math.max(FIRST_PAUSE, Deadline.nanos(grace) / 4)));
            }
        });
    }

    private static void cancel(Execution statement) {
        try {
            statement.cancel();
        } catch (RuntimeException e) {
            LOGGER.warn("A statement could not be cancelled; it runs on: {}", statement.sql(), e);
        }
    }

    private static void abort(Execution statement, Duration grace) {
        LOGGER.warn("A statement did not end within {} after it was cancelled; its connection is closed: {}", grace,
                statement.sql());
        try {
            statement.abort();
        } catch (RuntimeException e) {
            LOGGER.warn("The connection could not be closed.", e);
        }
    }
}
