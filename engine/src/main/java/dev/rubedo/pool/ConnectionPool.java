package dev.rubedo.pool;

import dev.rubedo.event.Registration;
import dev.rubedo.stability.Spi;
import org.jspecify.annotations.Nullable;

/**
 * A pool of physical connections.
 *
 * <p>A connection is checked out by one user at a time and checked in again in its original state: no transaction open,
 * session settings restored. A dead connection is invalidated instead and never reused. Thread-safe.
 */
@Spi
public interface ConnectionPool {

    /**
     * Checks out a connection.
     *
     * @throws java.sql.SQLException if a new connection was needed and could not be opened
     * @throws dev.rubedo.error.PoolTimeoutException if all connections remained in use for the whole timeout; the
     *     message names their holders
     * @throws dev.rubedo.error.PoolClosedException if the pool has been closed
     */
    PooledConnection checkOut() throws java.sql.SQLException;

    /** Checks a connection in. The caller must have ended its transaction and restored its settings. */
    void checkIn(PooledConnection connection);

    /**
     * Closes a connection instead of checking it in.
     *
     * @param cause the cause, or null if nothing failed
     */
    void invalidate(PooledConnection connection, @Nullable Throwable cause);

    /**
     * Permanently removes a checked-out connection from the pool, which may open another one in its place. The caller
     * must close its physical connection and must not pass it to any other method of this pool.
     *
     * @throws UnsupportedOperationException if this pool cannot detach connections, which is the default
     */
    default void detach(PooledConnection connection) {
        throw new UnsupportedOperationException(this + " does not detach connections. Use a QueuePool or a NullPool.");
    }

    /**
     * Marks all connections opened so far as stale: each is replaced before its next use. Called when one of them was
     * found to be disconnected, because the others most likely are, too.
     */
    void invalidateAll();

    /** Closes the idle connections and marks those in use as stale; new ones are opened on demand. */
    default void dispose() {
        invalidateAll();
    }

    /** Returns the current status. */
    PoolStatus status();

    /** Returns the statistics of the pool; {@link PoolStatistics#NONE} if it keeps none, which is the default. */
    default PoolStatistics statistics() {
        return PoolStatistics.NONE;
    }

    /** Adds a listener until the registration is removed. */
    Registration listen(PoolListener listener);

    /** Closes all idle connections; those in use are closed when they are checked in. */
    void close();
}
