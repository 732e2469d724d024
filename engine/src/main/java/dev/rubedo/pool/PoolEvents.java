package dev.rubedo.pool;

import dev.rubedo.error.DisconnectedException;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events of a pool: notifies the listeners in the documented order, and counts. Thread-safe. */
final class PoolEvents {

    private final ListenerList<PoolListener> listeners = new ListenerList<>();
    private final AtomicBoolean isFirst = new AtomicBoolean(true);

    private final LongAdder checkOuts = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder invalidated = new LongAdder();

    Registration add(PoolListener listener) {
        return listeners.add(listener);
    }

    void fire(Consumer<PoolListener> call) {
        listeners.fire(call);
    }

    /** Reports a new physical connection. */
    void connected(PooledConnection connection) {
        opened.increment();
        if (isFirst.compareAndSet(true, false)) {
            listeners.fire(listener -> listener.afterFirstConnect(connection));
        }
        listeners.fire(listener -> listener.afterConnect(connection));
    }

    /**
     * Reports a check-out.
     *
     * @param mayRetry whether a connection that a listener finds disconnected can be replaced
     * @return the failure if it was found disconnected, otherwise null
     */
    @Nullable
    DisconnectedException checkedOut(PooledConnection connection, boolean mayRetry) {
        try {
            listeners.fire(listener -> listener.afterCheckOut(connection));
            checkOuts.increment();
            return null;
        } catch (DisconnectedException e) {
            if (mayRetry) {
                return e;
            }
            throw e;
        }
    }

    /** Reports a check-out from a pool that has no other connection to offer. */
    void checkedOut(PooledConnection connection) {
        listeners.fire(listener -> listener.afterCheckOut(connection));
        checkOuts.increment();
    }

    /** Reports an unusable connection. */
    void invalidated(PooledConnection connection, @Nullable Throwable cause) {
        invalidated.increment();
        listeners.fire(listener -> listener.afterInvalidate(connection, cause));
    }

    /** Reports that a caller has waited. */
    void waited(long nanos, boolean succeeded) {
        waits.increment();
        waitedNanos.add(nanos);
        if (!succeeded) {
            timeouts.increment();
        }
        listeners.fire(listener -> listener.afterWait(Duration.ofNanos(nanos), succeeded));
    }

    /** Counts a caller that was rejected without waiting. */
    void refused() {
        timeouts.increment();
    }

    PoolStatistics statistics() {
        return new PoolStatistics(checkOuts.sum(), waits.sum(), Duration.ofNanos(waitedNanos.sum()), timeouts.sum(),
                opened.sum(), invalidated.sum());
    }
}
