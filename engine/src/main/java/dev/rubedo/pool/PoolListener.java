package dev.rubedo.pool;

import org.jspecify.annotations.Nullable;

/**
 * A listener to the life cycle of pooled connections.
 *
 * <p>The order of calls for one connection: {@code afterConnect}, then any number of alternating {@code afterCheckOut}
 * and {@code afterCheckIn}, at most one {@code afterInvalidate}, and {@code afterClose} last. Called on the thread that
 * caused the event; {@code afterClose} may come from the pool's housekeeping thread. Implementations must be
 * thread-safe.
 */
public interface PoolListener {

    /** Called after a physical connection has been opened, before its first use. */
    default void afterConnect(PooledConnection connection) {}

    /** Called after a connection has been checked out. */
    default void afterCheckOut(PooledConnection connection) {}

    /** Called after a connection was checked in and stays open. */
    default void afterCheckIn(PooledConnection connection) {}

    /**
     * Called after a connection was found unusable.
     *
     * @param cause the cause, or null if the connection was only too old or replaced on purpose
     */
    default void afterInvalidate(PooledConnection connection, @Nullable Throwable cause) {}

    /** Called after the physical connection has been closed. */
    default void afterClose(PooledConnection connection) {}
}
