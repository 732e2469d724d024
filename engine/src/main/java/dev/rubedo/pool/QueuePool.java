package dev.rubedo.pool;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rubedo.error.PoolClosedException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.error.ReadableDuration;
import dev.rubedo.event.CallSite;
import dev.rubedo.event.Registration;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The default pool. It keeps a number of connections open, opens additional ones under load, and makes callers wait
 * beyond that.
 *
 * <p>A fair semaphore has as many permits as connections may be in use. The holder of a permit takes the most recently
 * used connection (or the least recently used one, see {@link PoolOptions#lifo()}), or opens one, all within the timeout. Connections beyond {@code size} stay open for a while after
 * their last use, so that a slightly higher load does not open one for each request; a sweep then closes them. Age and
 * liveness are tested on check-out. One disconnect makes all older connections stale by advancing the epoch.
 * Invariants: a connection is in {@link #open} exactly while it is physically open, and in {@link #idle} exactly while
 * it may be checked out; one older than the epoch is never checked out; there are never more in use than permits.
 * Thread-safe.
 */
public final class QueuePool implements ConnectionPool {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePool.class);
    private static final int PING_SECONDS = 5;
    private static final int FRAMES = 3;
    private static final int CHECK_OUT_ATTEMPTS = 3;

    private final Connector connector;
    private final PoolOptions options;
    private final PoolEvents listeners = new PoolEvents();
    private final Set<PooledConnection> open = ConcurrentHashMap.newKeySet();
    private final Deque<PooledConnection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger checkedOut = new AtomicInteger();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final AtomicBoolean shut = new AtomicBoolean();
    private final Semaphore permits;
    private volatile long epoch;
    private volatile boolean closed;

    /** Creates a pool. It opens no connection before the first is requested. */
    public QueuePool(Connector connector, PoolOptions options) {
        this.connector = connector;
        this.options = options;
        this.permits = new Semaphore(options.limit(), true);
    }

    /** Returns the options of this pool. */
    public PoolOptions options() {
        return options;
    }

    @Override
    public PooledConnection checkOut() throws SQLException {
        for (int attempt = 1;; attempt++) {
            ensureOpen();
            var connection = withPermit(acquirePermit());
            boolean accepted = false;
            try {
                ensureOpen();
                var disconnected = listeners.checkedOut(connection, attempt < CHECK_OUT_ATTEMPTS);
                accepted = true;
                if (disconnected == null) {
                    return connection;
                }
                invalidate(connection, disconnected);
            } finally {
                if (!accepted) {
                    giveBack(connection, !closed);
                }
            }
        }
    }

    /** Waits for a permit and returns the nanoseconds that remain for opening a connection. */
    private long acquirePermit() {
        // tryAcquire() without a timeout overtakes waiting threads
        if (!permits.hasQueuedThreads() && permits.tryAcquire()) {
            return options.timeout().toNanos();
        }
        if (options.maximumWaiters() >= 0 && permits.getQueueLength() >= options.maximumWaiters()) {
            listeners.refused();
            throw new PoolTimeoutException("No connection is free, and " + options.maximumWaiters()
                    + " callers are already waiting for one: all " + options.limit()
                    + " are in use. Try again later, or raise poolSize, maxOverflow or maximumWaiters.");
        }
        long begin = System.nanoTime();
        var event = new PoolWaitEvent();
        event.begin();
        boolean isAcquired = false;
        try {
            isAcquired = permits.tryAcquire(options.timeout().toNanos(), NANOSECONDS);
            if (!isAcquired) {
                throw timedOut();
            }
            return options.timeout().toNanos() - (System.nanoTime() - begin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PoolTimeoutException("Interrupted while waiting for a connection from " + this + ".");
        } finally {
            event.end();
            written(event, isAcquired);
            waited(System.nanoTime() - begin, isAcquired);
        }
    }

    private void written(PoolWaitEvent event, boolean isAcquired) {
        if (event.shouldCommit()) {
            event.succeeded = isAcquired;
            event.limit = options.limit();
            event.waiting = permits.getQueueLength();
            event.commit();
        }
    }

    /** Reports a wait. The permit must be released if a listener throws. */
    private void waited(long nanos, boolean isAcquired) {
        boolean isTold = false;
        try {
            listeners.waited(nanos, isAcquired);
            isTold = true;
        } finally {
            if (!isTold && isAcquired) {
                permits.release();
            }
        }
    }

    private PoolTimeoutException timedOut() {
        String holders = open.stream().filter(PooledConnection::isInUse).map(PooledConnection::holderDescription)
                .sorted().collect(Collectors.joining(", "));
        return new PoolTimeoutException(String.format(Locale.ROOT,
                "No connection became free within %s: all %d (poolSize %d + maxOverflow %d) are in use. Held by: %s."
                        + "%s Close connections and sessions sooner, or raise poolSize, maxOverflow or poolTimeout.%s",
                ReadableDuration.of(options.timeout()), options.limit(), options.size(), options.maxOverflow(), holders,
                own(),
                options.leakThreshold().isZero() ? " Set leakThreshold to see where they were checked out." : ""));
    }

    /** Returns a hint for a caller that waits although it holds connections itself. */
    private String own() {
        long own = open.stream().filter(PooledConnection::isHeldByCaller).count();
        return own == 0 ? ""
                : " This thread holds " + (own == 1 ? "one" : own)
                        + " of them itself while it waits for another one: use that connection, or close it first.";
    }

    private PooledConnection withPermit(long nanos) throws SQLException {
        boolean lent = false;
        try {
            ensureOpen();
            var connection = usableConnection(nanos);
            if (options.leakThreshold().isZero()) {
                connection.checkedOut();
            } else {
                watch(connection, connection.checkedOut(CallSite.current(FRAMES)));
            }
            checkedOut.incrementAndGet();
            lent = true;
            return connection;
        } finally {
            if (!lent) {
                permits.release();
            }
        }
    }

    private void watch(PooledConnection connection, long use) {
        CompletableFuture.delayedExecutor(options.leakThreshold().toNanos(), NANOSECONDS).execute(() -> {
            if (connection.isInUse(use)) {
                LOG.warn(
                        "A connection of the pool has been in use for more than {}, possibly because it is never closed."
                                + " Held by: {}. {}",
                        ReadableDuration.of(options.leakThreshold()),
                        connection.holderDescription(), this);
            }
        });
    }

    private PooledConnection usableConnection(long nanos) throws SQLException {
        while (true) {
            var connection = options.lifo() ? idle.pollFirst() : idle.pollLast();
            if (connection == null) {
                return opened(nanos);
            } else if (connection.epoch() < epoch || isTooOld(connection)) {
                discard(connection, null);
            } else if (options.prePing() && !answers(connection)) {
                LOG.info("A pooled connection did not respond; all connections of {} are replaced.", this);
                invalidateAll();
                discard(connection, null);
            } else {
                return connection;
            }
        }
    }

    private boolean isTooOld(PooledConnection connection) {
        return !options.recycle().isZero() && connection.isOlderThan(options.recycle().toNanos());
    }

    private static boolean answers(PooledConnection connection) {
        try {
            return connection.jdbc().isValid(PING_SECONDS);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private PooledConnection opened(long nanos) throws SQLException {
        var connection = options.timeout().isZero() ? Connections.open(connector, epoch)
                : Connections.open(connector, epoch, options.timeout(), nanos);
        open.add(connection);
        boolean accepted = false;
        try {
            listeners.connected(connection);
            accepted = true;
            return connection;
        } finally {
            if (!accepted) {
                open.remove(connection);
                Connections.close(connection);
            }
        }
    }

    @Override
    public void checkIn(PooledConnection connection) {
        boolean keep = !closed && !connection.isRetired() && connection.epoch() >= epoch
                && (!options.overflowIdle().isZero() || !hasOverflow());
        giveBack(connection, keep);
        if (keep) {
            listeners.fire(listener -> listener.afterCheckIn(connection));
        }
    }

    @Override
    public void invalidate(PooledConnection connection, @Nullable Throwable cause) {
        try {
            listeners.invalidated(connection, cause);
        } finally {
            giveBack(connection, false);
        }
    }

    @Override
    public void detach(PooledConnection connection) {
        if (!connection.isInUse()) {
            throw new IllegalStateException(connection + " is not checked out.");
        }
        connection.checkedIn();
        open.remove(connection);
        permits.release();
        if (checkedOut.decrementAndGet() == 0 && closed) {
            shut();
        }
        listeners.fire(listener -> listener.afterDetach(connection));
    }

    private void giveBack(PooledConnection connection, boolean keep) {
        if (!connection.isInUse()) {
            throw new IllegalStateException(connection + " is not checked out.");
        }
        connection.checkedIn();
        try {
            if (keep) {
                idle.addFirst(connection);
                sweepLater();
            } else {
                end(connection);
            }
        } finally {
            permits.release();
            boolean isLast = checkedOut.decrementAndGet() == 0;
            if (closed) {
                closeIdle();
                if (isLast) {
                    shut();
                }
            }
        }
    }

    private void discard(PooledConnection connection, @Nullable Throwable cause) {
        try {
            listeners.invalidated(connection, cause);
        } finally {
            end(connection);
        }
    }

    private void end(PooledConnection connection) {
        open.remove(connection);
        Connections.close(connection);
        listeners.fire(listener -> listener.afterClose(connection));
    }

    private boolean hasOverflow() {
        return options.size() > 0 && open.size() > options.size();
    }

    private void sweepLater() {
        if (hasOverflow() && !closed && sweeping.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(options.overflowIdle().toNanos(), NANOSECONDS).execute(this::sweep);
        }
    }

    /** Closes overflow connections that were not used since the previous sweep. */
    private void sweep() {
        try {
            for (var last = idle.descendingIterator(); last.hasNext() && hasOverflow();) {
                var connection = last.next();
                if (!connection.takeUse() && idle.remove(connection)) {
                    end(connection);
                }
            }
        } finally {
            sweeping.set(false);
            sweepLater();
        }
    }

    @Override
    public synchronized void invalidateAll() {
        epoch++;
    }

    @Override
    public void dispose() {
        invalidateAll();
        closeIdle();
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(checkedOut.get(), idle.size(), options.limit(), permits.getQueueLength());
    }

    @Override
    public PoolStatistics statistics() {
        return listeners.statistics();
    }

    @Override
    public Registration listen(PoolListener listener) {
        return listeners.add(listener);
    }

    /** Closes idle connections now and those in use on check-in, and wakes up waiting callers with an exception. */
    @Override
    public void close() {
        closed = true;
        permits.release(permits.getQueueLength());
        closeIdle();
        if (checkedOut.get() == 0) {
            shut();
        }
    }

    private void closeIdle() {
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            end(connection);
        }
    }

    private void shut() {
        if (shut.compareAndSet(false, true)) {
            connector.close();
        }
    }

    private void ensureOpen() {
        if (closed) {
            throw new PoolClosedException("This pool has been closed. Create a new Engine, or close it later.");
        }
    }

    @Override
    public String toString() {
        return "QueuePool[size=" + options.size() + ", maxOverflow=" + options.maxOverflow() + "]";
    }
}
