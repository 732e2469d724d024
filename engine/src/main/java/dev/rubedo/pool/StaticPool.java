package dev.rubedo.pool;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rubedo.error.PoolClosedException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.error.ReadableDuration;
import dev.rubedo.event.Registration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A pool of exactly one connection, which all users share, even at the same time.
 *
 * <p>It is suitable for a database that exists only within its connection. Concurrent users share one transaction, so
 * it is for one thread, or for callers that take turns. The connection is opened on first use and again after it was
 * invalidated. As thread-safe as the driver's connection.
 */
public final class StaticPool implements ConnectionPool {

    private final Connector connector;
    private final Duration timeout;
    private final PoolEvents listeners = new PoolEvents();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable PooledConnection only;
    private boolean closed;

    /** Creates a pool without a limit on the time to connect. */
    public StaticPool(Connector connector) {
        this(connector, Duration.ZERO);
    }

    /**
     * Creates a pool over a connector.
     *
     * @param timeout how long to wait until the connection is opened; {@link Duration#ZERO} for no limit
     */
    public StaticPool(Connector connector, Duration timeout) {
        this.connector = connector;
        this.timeout = timeout;
    }

    @Override
    public PooledConnection checkOut() throws SQLException {
        long begin = System.nanoTime();
        lockInTime();
        try {
            if (closed) {
                throw new PoolClosedException("This pool has been closed. Create a new Engine, or close it later.");
            }
            var connection = opened(timeout.toNanos() - (System.nanoTime() - begin));
            connection.users++;
            connection.checkedOut();
            boolean accepted = false;
            try {
                listeners.checkedOut(connection);
                accepted = true;
                return connection;
            } finally {
                if (!accepted) {
                    leave(connection);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void lockInTime() {
        if (timeout.isZero()) {
            lock.lock();
            return;
        }
        try {
            if (!lock.tryLock(timeout.toNanos(), NANOSECONDS)) {
                throw new PoolTimeoutException("No connection could be opened within " + ReadableDuration.of(timeout)
                        + ": another thread is still opening it. Check the database and the network.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PoolTimeoutException("Interrupted while waiting for a connection from " + this + ".");
        }
    }

    private PooledConnection opened(long nanos) throws SQLException {
        var known = only;
        if (known != null) {
            return known;
        }
        var opened = timeout.isZero() ? Connections.open(connector, 0)
                : Connections.open(connector, 0, timeout, nanos);
        boolean accepted = false;
        try {
            listeners.connected(opened);
            accepted = true;
            only = opened;
            return opened;
        } finally {
            if (!accepted) {
                Connections.close(opened);
            }
        }
    }

    @Override
    public void checkIn(PooledConnection connection) {
        lock.lock();
        try {
            leave(connection);
            try {
                listeners.fire(listener -> listener.afterCheckIn(connection));
            } finally {
                if (connection.users == 0 && (closed || connection.isRetired() || connection != only)) {
                    only = connection == only ? null : only;
                    shut(connection);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void invalidate(PooledConnection connection, @Nullable Throwable cause) {
        lock.lock();
        try {
            try {
                listeners.invalidated(connection, cause);
            } finally {
                drop(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connection even if others share it, because it has failed for them as well. */
    private void drop(PooledConnection connection) {
        leave(connection);
        if (connection == only) {
            only = null;
        }
        shut(connection);
    }

    @Override
    public void invalidateAll() {
        lock.lock();
        try {
            var connection = only;
            if (connection != null && connection.users == 0) {
                shut(connection);
            }
            only = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PoolStatus status() {
        lock.lock();
        try {
            int users = only == null ? 0 : only.users;
            return new PoolStatus(users, only != null && users == 0 ? 1 : 0, Integer.MAX_VALUE, 0);
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            closed = true;
            var connection = only;
            if (connection != null && connection.users == 0) {
                only = null;
                shut(connection);
            }
            connector.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "StaticPool";
    }

    private static void leave(PooledConnection connection) {
        if (connection.users == 0) {
            throw new IllegalStateException(connection + " is not checked out.");
        }
        connection.users--;
        if (connection.users == 0) {
            connection.checkedIn();
        }
    }

    private void shut(PooledConnection connection) {
        if (connection.isClosed) {
            return;
        }
        connection.isClosed = true;
        Connections.close(connection);
        listeners.fire(listener -> listener.afterClose(connection));
    }
}
