package dev.rubedo.pool;

import dev.rubedo.error.DisconnectedException;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notifies the listeners of a pool in the documented order. Thread-safe. */
final class PoolEvents {

    private final ListenerList<PoolListener> listeners = new ListenerList<>();
    private final AtomicBoolean isFirst = new AtomicBoolean(true);

    Registration add(PoolListener listener) {
        return listeners.add(listener);
    }

    void fire(Consumer<PoolListener> call) {
        listeners.fire(call);
    }

    /** Notifies of a new physical connection. */
    void connected(PooledConnection connection) {
        if (isFirst.compareAndSet(true, false)) {
            listeners.fire(listener -> listener.afterFirstConnect(connection));
        }
        listeners.fire(listener -> listener.afterConnect(connection));
    }

    /**
     * Notifies of a check-out.
     *
     * @param mayRetry whether a connection that a listener finds disconnected can be replaced
     * @return the failure if it was found disconnected, otherwise null
     */
    @Nullable
    DisconnectedException checkedOut(PooledConnection connection, boolean mayRetry) {
        try {
            listeners.fire(listener -> listener.afterCheckOut(connection));
            return null;
        } catch (DisconnectedException e) {
            if (mayRetry) {
                return e;
            }
            throw e;
        }
    }
}
