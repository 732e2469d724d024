package dev.rubedo.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a statement after a timeout, for drivers whose own timeout does not end it or is limited to whole seconds.
 * Thread-safe.
 */
final class StatementTimer {

    private static final Logger LOG = LoggerFactory.getLogger(StatementTimer.class);

    private final ScheduledFuture<?> task;
    private boolean stopped;

    private StatementTimer(ScheduledExecutorService scheduler, Statement statement, Duration limit) {
        task = scheduler.schedule(() -> cancel(statement), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    static StatementTimer start(ScheduledExecutorService scheduler, Statement statement, Duration limit) {
        return new StatementTimer(scheduler, statement, limit);
    }

    /** Returns a scheduler for the timers of an engine, with one daemon thread. */
    static ScheduledExecutorService scheduler() {
        return Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rubedo-timeouts").factory());
    }

    /**
     * Cancels the statement. Some drivers cancel whatever runs on the connection, so this must not happen after
     * {@link #stop()} has returned.
     */
    private synchronized void cancel(Statement statement) {
        if (stopped) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Cancelling a statement failed", e);
        }
    }

    /** Stops the timer; waits for a cancellation in progress. */
    synchronized void stop() {
        stopped = true;
        task.cancel(false);
    }
}
