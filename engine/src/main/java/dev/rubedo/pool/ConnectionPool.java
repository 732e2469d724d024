package dev.rubedo.pool;

import dev.rubedo.event.Registration;
import dev.rubedo.stability.Spi;
import org.jspecify.annotations.Nullable;

/**
 * A lender of physical connections.
 *
 * <p>A connection is checked out by one user at a time and checked in again in the state in which it was lent: no
 * transaction open, session settings restored. A connection found dead is invalidated instead, which never reuses it.
 * Thread-safe.
 */
@Spi
public interface ConnectionPool {

    /**
     * Lends a connection.
     *
     * @throws java.sql.SQLException if a new connection was needed and could not be opened
     * @throws dev.rubedo.error.PoolTimeoutException if all connections stayed in use for the whole timeout; names their
     *     holders
     * @throws dev.rubedo.error.PoolClosedException if the pool has been closed
     */
    PooledConnection checkOut() throws java.sql.SQLException;

    /** Takes a connection back. The caller has ended its transaction and restored its settings. */
    void checkIn(PooledConnection connection);

    /**
     * Takes a connection back for good: it is closed and never lent again.
     *
     * @param cause why, null if nothing failed
     */
    void invalidate(PooledConnection connection, @Nullable Throwable cause);

    /**
     * Marks every connection opened so far as stale: each is replaced when it would be lent the next time. Called when
     * one of them was found disconnected, since then the others most likely are too.
     */
    void invalidateAll();

    /** Returns the numbers of this moment. */
    PoolStatus status();

    /** Adds a listener until the registration is removed. */
    Registration listen(PoolListener listener);

    /** Closes all connections that lie in the pool; those in use are closed when they come back. */
    void close();
}
