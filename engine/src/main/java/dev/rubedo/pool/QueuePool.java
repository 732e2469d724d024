package dev.rubedo.pool;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rubedo.error.PoolClosedException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.pool.wrapper.ConnectionWrapper;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The usual pool: keeps a number of connections open, opens some more under load, and makes callers wait beyond that.
 *
 * <p>Agroal keeps the connections (creation, hand-over between threads, closing in the background); around it stands what SQLAlchemy's
 * pool promises and libraries do not: a fair limit whose timeout names the holders, overflow closed on return, age and liveness tested
 * at check-out, and an epoch by which one disconnect makes all older connections stale. Invariants: a thread reaches Agroal only with
 * a permit, so Agroal itself never makes anybody wait; a record is in {@link #records} exactly while its physical connection is open; a
 * record older than the epoch is never lent. Thread-safe.
 */
public final class QueuePool implements ConnectionPool {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePool.class);
    private static final int PING_SECONDS = 5;

    private final Connector connector;
    private final PoolOptions options;
    private final ListenerList<PoolListener> listeners = new ListenerList<>();
    private final Map<java.sql.Connection, PooledConnection> records = new ConcurrentHashMap<>();
    private final Map<java.sql.Connection, PooledConnection> closing = new ConcurrentHashMap<>();
    private final AtomicInteger checkedOut = new AtomicInteger();
    private final AtomicBoolean shut = new AtomicBoolean();
    private final Semaphore permits;
    private final AgroalDataSource source;
    private volatile long epoch;
    private volatile boolean closed;

    /** Creates a pool; it opens no connection before the first is asked for. */
    public QueuePool(Connector connector, PoolOptions options) {
        this.connector = connector;
        this.options = options;
        this.permits = new Semaphore(options.limit(), true);
        this.source = open();
    }

    @Override
    public PooledConnection checkOut() throws SQLException {
        ensureOpen();
        acquirePermit();
        var connection = withPermit();
        boolean accepted = false;
        try {
            ensureOpen();
            listeners.fire(listener -> listener.afterCheckOut(connection));
            accepted = true;
            return connection;
        } finally {
            if (!accepted) {
                giveBack(connection, !closed);
            }
        }
    }

    private PooledConnection withPermit() throws SQLException {
        boolean lent = false;
        try {
            ensureOpen();
            var connection = usableConnection();
            connection.checkedOut();
            checkedOut.incrementAndGet();
            lent = true;
            return connection;
        } finally {
            if (!lent) {
                permits.release();
            }
        }
    }

    @Override
    public void checkIn(PooledConnection connection) {
        boolean keep = !closed && connection.epoch() >= epoch
                && (options.size() == 0 || records.size() <= options.size());
        giveBack(connection, keep);
        if (keep) {
            listeners.fire(listener -> listener.afterCheckIn(connection));
        }
    }

    @Override
    public void invalidate(PooledConnection connection, @Nullable Throwable cause) {
        try {
            listeners.fire(listener -> listener.afterInvalidate(connection, cause));
        } finally {
            giveBack(connection, false);
        }
    }

    @Override
    public synchronized void invalidateAll() {
        epoch++;
    }

    @Override
    public PoolStatus status() {
        int used = checkedOut.get();
        return new PoolStatus(used, Math.max(0, records.size() - used), options.limit());
    }

    @Override
    public Registration listen(PoolListener listener) {
        return listeners.add(listener);
    }

    /** Closes the idle connections now, those in use when they come back, and lets nobody wait any more. */
    @Override
    public void close() {
        closed = true;
        permits.release(permits.getQueueLength());
        if (checkedOut.get() == 0) {
            shut();
        } else {
            source.flush(AgroalDataSource.FlushMode.IDLE);
        }
    }

    private void shut() {
        if (shut.compareAndSet(false, true)) {
            source.close();
            // Agroal closes on a thread of its own, which ends before it has done all of it
            closing.values().forEach(connection -> Connections.close(connection, LOG));
            records.values().forEach(connection -> Connections.close(connection, LOG));
            List.copyOf(closing.keySet()).forEach(this::ended);
            List.copyOf(records.keySet()).forEach(this::ended);
            connector.close();
        }
    }

    private void ended(java.sql.Connection jdbc) {
        var record = closing.remove(jdbc);
        var ended = record == null ? records.remove(jdbc) : record;
        if (ended != null) {
            listeners.fire(listener -> listener.afterClose(ended));
        }
    }

    @Override
    public String toString() {
        return "QueuePool[size=" + options.size() + ", maxOverflow=" + options.maxOverflow() + "]";
    }

    private void ensureOpen() {
        if (closed) {
            throw new PoolClosedException("This pool has been closed. Create a new Engine, or close it later.");
        }
    }

    private void acquirePermit() {
        // by itself tryAcquire() overtakes those who wait
        if (!permits.hasQueuedThreads() && permits.tryAcquire()) {
            return;
        }
        try {
            if (!permits.tryAcquire(options.timeout().toNanos(), NANOSECONDS)) {
                throw timedOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PoolTimeoutException("Interrupted while waiting for a connection from " + this + ".");
        }
    }

    private PoolTimeoutException timedOut() {
        String holders = records.values().stream().filter(PooledConnection::isInUse)
                .map(PooledConnection::holderDescription)
                .sorted().collect(Collectors.joining(", "));
        return new PoolTimeoutException(String.format(Locale.ROOT,
                "No connection became free within %s: all %d (poolSize %d + maxOverflow %d) are in use. Held by: %s."
                        + " Close connections and sessions sooner, or raise poolSize, maxOverflow or poolTimeout.",
                options.timeout(), options.limit(), options.size(), options.maxOverflow(), holders));
    }

    private PooledConnection usableConnection() throws SQLException {
        while (true) {
            var connection = next();
            if (connection.epoch() < epoch) {
                discard(connection, null);
            } else if (!options.recycle().isZero() && connection.wasUsed()
                    && connection.isOlderThan(options.recycle().toNanos())) {
                discard(connection, null);
            } else if (options.prePing() && connection.wasUsed() && !answers(connection)) {
                LOG.info("A pooled connection did not answer; all connections of {} are replaced.", this);
                invalidateAll();
                discard(connection, null);
            } else {
                return connection;
            }
        }
    }

    private PooledConnection next() throws SQLException {
        java.sql.Connection handle;
        try {
            handle = source.getConnection();
        } catch (SQLException e) {
            ensureOpen();
            throw unwrap(e);
        }
        var wrapper = (ConnectionWrapper) handle;
        var connection = records.get(wrapper.getHandler().rawConnection());
        if (connection == null) {
            throw new IllegalStateException("a connection that this pool has not opened");
        }
        connection.handle = wrapper;
        return connection;
    }

    /** Agroal creates connections for virtual threads on its own thread, and wraps what happens there. */
    private static SQLException unwrap(SQLException failure) {
        if (failure.getCause() instanceof ExecutionException inner) {
            if (inner.getCause() instanceof SQLException original) {
                return original;
            } else if (inner.getCause() instanceof RuntimeException original) {
                throw original;
            }
        }
        return failure;
    }

    private static boolean answers(PooledConnection connection) {
        try {
            return connection.jdbc().isValid(PING_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private void discard(PooledConnection connection, @Nullable Throwable cause) {
        try {
            listeners.fire(listener -> listener.afterInvalidate(connection, cause));
        } finally {
            closeHandle(connection, false);
        }
    }

    private void giveBack(PooledConnection connection, boolean keep) {
        if (!connection.isInUse()) {
            throw new IllegalStateException(connection + " is not checked out.");
        }
        connection.checkedIn();
        try {
            closeHandle(connection, keep);
        } finally {
            permits.release();
            if (checkedOut.decrementAndGet() == 0 && closed) {
                shut();
            }
        }
    }

    private void closeHandle(PooledConnection connection, boolean keep) {
        var wrapper = (ConnectionWrapper) connection.handle;
        if (wrapper == null) {
            throw new IllegalStateException(connection + " is not checked out.");
        }
        connection.handle = null;
        if (!keep) {
            records.remove(connection.jdbc());
            closing.put(connection.jdbc(), connection);
            wrapper.getHandler().setFlushOnly();
        }
        try {
            wrapper.close();
        } catch (SQLException e) {
            LOG.debug("Giving {} back failed", connection, e);
        }
    }

    private java.sql.Connection create() throws SQLException {
        long born = epoch;
        var jdbc = connector.connect();
        var connection = new PooledConnection(jdbc, born);
        records.put(jdbc, connection);
        boolean accepted = false;
        try {
            // Agroal would do it too, but not close a connection that breaks thereby
            Connections.setMode(jdbc, connector.autoCommitAtRest());
            listeners.fire(listener -> listener.afterConnect(connection));
            accepted = true;
            return jdbc;
        } finally {
            if (!accepted) {
                records.remove(jdbc);
                Connections.close(connection, LOG);
            }
        }
    }

    private AgroalDataSource open() {
        var factory = new AgroalConnectionFactoryConfigurationSupplier().connectionProviderClass(ConnectorDriver.class)
                .jdbcUrl("rubedo:").autoCommit(connector.autoCommitAtRest()).trackJdbcResources(false)
                .loginTimeout(Duration.ofSeconds(DriverManager.getLoginTimeout())).get();
        factory.jdbcProperties().put(ConnectorDriver.CONNECTOR, (Connector) this::create);
        var pool = new AgroalConnectionPoolConfigurationSupplier().connectionFactoryConfiguration(() -> factory)
                .maxSize(Math.min(options.limit(), Integer.MAX_VALUE - 1)).minSize(0).initialSize(0)
                .acquisitionTimeout(Duration.ZERO).get();
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool),
                    new Housekeeping());
        } catch (SQLException e) {
            throw new IllegalStateException("the pool could not be started", e);
        }
    }

    /** Passes on what Agroal has to say. */
    private final class Housekeeping implements AgroalDataSourceListener {

        @Override
        public void onConnectionDestroy(java.sql.Connection connection) {
            ended(connection);
        }

        @Override
        public void onWarning(String message) {
            LOG.debug("{}", message);
        }

        @Override
        public void onWarning(Throwable throwable) {
            LOG.debug("Closing or resetting a connection failed", throwable);
        }
    }
}
