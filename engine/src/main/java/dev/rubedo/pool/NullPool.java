package dev.rubedo.pool;

import dev.rubedo.error.PoolClosedException;
import dev.rubedo.event.Registration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A pool that retains no connections: each use opens a connection and closes it at the end. Thread-safe. */
public final class NullPool implements ConnectionPool {

    private final Connector connector;
    private final Duration timeout;
    private final PoolEvents listeners = new PoolEvents();
    private final AtomicInteger checkedOut = new AtomicInteger();
    private volatile boolean closed;

    /** Creates a pool without a limit on the time to connect. The connector is called on the caller's thread. */
    public NullPool(Connector connector) {
        this(connector, Duration.ZERO);
    }

    /**
     * Creates a pool over a connector.
     *
     * @param timeout how long to wait until a connection is opened; {@link Duration#ZERO} for no limit
     */
    public NullPool(Connector connector, Duration timeout) {
        this.connector = connector;
        this.timeout = timeout;
    }

    @Override
    public PooledConnection checkOut() throws SQLException {
        if (closed) {
            throw new PoolClosedException("This pool has been closed. Create a new Engine, or close it later.");
        }
        var connection = timeout.isZero() ? Connections.open(connector, 0)
                : Connections.open(connector, 0, timeout, timeout.toNanos());
        connection.checkedOut();
        checkedOut.incrementAndGet();
        boolean accepted = false;
        try {
            listeners.connected(connection);
            listeners.checkedOut(connection);
            accepted = true;
            return connection;
        } finally {
            if (!accepted) {
                end(connection, true);
            }
        }
    }

    @Override
    public void detach(PooledConnection connection) {
        requireInUse(connection);
        connection.checkedIn();
        checkedOut.decrementAndGet();
        listeners.fire(listener -> listener.afterDetach(connection));
    }

    private void end(PooledConnection connection, boolean isHealthy) {
        connection.checkedIn();
        checkedOut.decrementAndGet();
        if (isHealthy) {
            Connections.release(connection);
        } else {
            Connections.close(connection);
        }
    }

    @Override
    public void checkIn(PooledConnection connection) {
        requireInUse(connection);
        try {
            listeners.fire(listener -> listener.afterCheckIn(connection));
        } finally {
            end(connection, true);
        }
        listeners.fire(listener -> listener.afterClose(connection));
    }

    @Override
    public void invalidate(PooledConnection connection, @Nullable Throwable cause) {
        requireInUse(connection);
        try {
            listeners.invalidated(connection, cause);
        } finally {
            end(connection, false);
        }
        listeners.fire(listener -> listener.afterClose(connection));
    }

    private static void requireInUse(PooledConnection connection) {
        if (!connection.isInUse()) {
            throw new IllegalStateException(connection + " is not checked out.");
        }
    }

    @Override
    public void invalidateAll() {
        // nothing is retained
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(checkedOut.get(), 0, Integer.MAX_VALUE, 0);
    }

    @Override
    public PoolStatistics statistics() {
        return listeners.statistics();
    }

    @Override
    public Registration listen(PoolListener listener) {
        return listeners.add(listener);
    }

    @Override
    public void close() {
        closed = true;
        connector.close();
    }

    @Override
    public String toString() {
        return "NullPool";
    }
}
