package dev.rubedo.pool;

import org.jspecify.annotations.Nullable;

/**
 * A listener to the life of pooled connections.
 *
 * <p>Order of calls for one connection: {@code afterConnect}, then any number of {@code afterCheckOut} and
 * {@code afterCheckIn} in turn, at most one {@code afterInvalidate}, and {@code afterClose} last. Called on the thread
 * that caused the event; {@code afterClose} may come from the pool's housekeeping thread. Implementations must be
 * thread-safe.
 */
public interface PoolListener {

    /** Called when a physical connection has been opened, before its first use. */
    default void afterConnect(PooledConnection connection) {}

    /** Called when a connection has been lent. */
    default void afterCheckOut(PooledConnection connection) {}

    /** Called when a connection came back and stays open. */
    default void afterCheckIn(PooledConnection connection) {}

    /**
     * Called when a connection was found unusable.
     *
     * @param cause why, null if it was only too old or replaced on purpose
     */
    default void afterInvalidate(PooledConnection connection, @Nullable Throwable cause) {}

    /** Called when the physical connection has been closed. */
    default void afterClose(PooledConnection connection) {}
}
