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
     * @throws dev.rubedo.error.PoolTimeoutException if all connections stayed in use for the whole timeout; the message
     *     names their holders
     * @throws dev.rubedo.error.PoolClosedException if the pool has been closed
     */
    PooledConnection checkOut() throws java.sql.SQLException;

    /** Checks a connection in. The caller has ended its transaction and restored its settings. */
    void checkIn(PooledConnection connection);

    /**
     * Closes a connection instead of checking it in.
     *
     * @param cause the cause, or null if nothing failed
     */
    void invalidate(PooledConnection connection, @Nullable Throwable cause);

    /**
     * Takes a checked-out connection out of the pool for good, which may open another one in its place. The user closes
     * its physical connection and calls no other method of this pool for it.
     *
     * @throws UnsupportedOperationException if this pool cannot do without it; the default
     */
    default void detach(PooledConnection connection) {
        throw new UnsupportedOperationException(this + " does not detach connections. Use a QueuePool or a NullPool.");
    }

    /**
     * Marks all connections opened so far as stale: each is replaced before its next use. Called when one of them was
     * found disconnected, because the others most likely are too.
     */
    void invalidateAll();

    /** Closes the idle connections and makes those in use stale; new ones are opened when they are needed. */
    default void dispose() {
        invalidateAll();
    }

    /** Returns the current status. */
    PoolStatus status();

    /** Returns what the pool has done so far; {@link PoolStatistics#NONE} if it does not count, which is the default. */
    default PoolStatistics statistics() {
        return PoolStatistics.NONE;
    }

    /** Adds a listener until the registration is removed. */
    Registration listen(PoolListener listener);

    /** Closes all idle connections; those in use are closed when they are checked in. */
    void close();
}
