package dev.rubedo.pool;

import dev.rubedo.error.PoolClosedException;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of exactly one connection, which all users share, also at the same time.
 *
 * <p>It suits a database that exists only within its connection. Users that overlap share one transaction, so it is for one thread, or
 * for callers that take turns. The connection is opened at first use and again after it was invalidated. Thread-safe, as far as the
 * driver's connection is.
 */
public final class StaticPool implements ConnectionPool {

    private static final Logger LOG = LoggerFactory.getLogger(StaticPool.class);

    private final Connector connector;
    private final ListenerList<PoolListener> listeners = new ListenerList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable PooledConnection only;
    private boolean closed;

    /** Creates a pool over a connector. */
    public StaticPool(Connector connector) {
        this.connector = connector;
    }

    @Override
    public PooledConnection checkOut() throws SQLException {
        lock.lock();
        try {
            if (closed) {
                throw new PoolClosedException("This pool has been closed. Create a new Engine, or close it later.");
            }
            var connection = opened();
            connection.users++;
            connection.checkedOut();
            boolean accepted = false;
            try {
                listeners.fire(listener -> listener.afterCheckOut(connection));
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

    private PooledConnection opened() throws SQLException {
        var known = only;
        if (known != null) {
            return known;
        }
        var opened = Connections.open(connector, LOG);
        boolean accepted = false;
        try {
            listeners.fire(listener -> listener.afterConnect(opened));
            accepted = true;
            only = opened;
            return opened;
        } finally {
            if (!accepted) {
                Connections.close(opened, LOG);
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
                if (connection.users == 0 && (closed || connection != only)) {
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
                listeners.fire(listener -> listener.afterInvalidate(connection, cause));
            } finally {
                drop(connection);
            }
        } finally {
            lock.unlock();
        }
    }

    private void drop(PooledConnection connection) {
        leave(connection);
        if (connection == only) {
            only = null;
        }
        if (connection.users == 0) {
            shut(connection);
        }
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
            return new PoolStatus(users, only != null && users == 0 ? 1 : 0, Integer.MAX_VALUE);
        } finally {
            lock.unlock();
        }
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
        Connections.close(connection, LOG);
        listeners.fire(listener -> listener.afterClose(connection));
    }
}
