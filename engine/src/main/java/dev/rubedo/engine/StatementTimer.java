package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer that cancels a statement after a timeout, for drivers whose own timeout does not end it or is limited to
 * whole seconds. It repeats the request until the database responds, because a request that arrives before the
 * statement has no effect. Thread-safe.
 */
final class StatementTimer {

    private static final Logger LOG = LoggerFactory.getLogger(StatementTimer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ScheduledExecutorService scheduler;
    private final Backend backend;
    private final Statement statement;
    private final ReentrantLock lock = new ReentrantLock();
    private Duration pause = FIRST_PAUSE;
    private @Nullable Future<?> next;
    private boolean hasResponse;
    private boolean isUnderWay;
    private boolean stopped;

    private StatementTimer(ScheduledExecutorService scheduler, Backend backend, Statement statement) {
        this.scheduler = scheduler;
        this.backend = backend;
        this.statement = statement;
    }

    static StatementTimer start(ScheduledExecutorService scheduler, Backend backend, Statement statement,
            Duration limit) {
        var timer = new StatementTimer(scheduler, backend, statement);
        timer.lock.lock();
        try {
            timer.callAfter(limit);
        } finally {
            timer.lock.unlock();
        }
        return timer;
    }

    /** Returns a scheduler for the timers of an engine, with one daemon thread. */
    static ScheduledExecutorService scheduler() {
        return Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rubedo-timeouts").factory());
    }

    private void callAfter(Duration time) {
        next = scheduler.schedule(this::cancel, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Cancels the statement. Some drivers cancel whatever runs on the connection, so this must not happen after
     * {@link #stop()} has returned. While rows are read, another statement may run, so only the driver is asked, which
     * knows whether this one does.
     */
    private void cancel() {
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            if (hasResponse) {
                statement.cancel();
                return;
            }
            isUnderWay |= !backend.cancel(statement);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Cancelling a statement failed", e);
        } finally {
            try {
                callAgain();
            } finally {
                lock.unlock();
            }
        }
    }

    private void callAgain() {
        if (stopped || hasResponse) {
            return;
        }
        try {
            callAfter(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        } catch (RejectedExecutionException e) {
            LOG.debug("The engine was closed while a statement was cancelled, which is not repeated", e);
        }
    }

    /** Records that the database has responded. */
    void responded() {
        lock.lock();
        try {
            hasResponse = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops the timer; waits for a cancellation in progress.
     *
     * @return whether a request to cancel may still arrive, and would then end a later statement of the connection
     */
    boolean stop() {
        lock.lock();
        try {
            stopped = true;
            if (next != null) {
                next.cancel(false);
            }
            return isUnderWay;
        } finally {
            lock.unlock();
        }
    }
}
