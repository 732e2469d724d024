package dev.rubedo.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A listener for the life cycle of pooled connections.
 *
 * <p>The order of calls for one connection: {@code afterFirstConnect} if it is the pool's first, {@code afterConnect},
 * then any number of alternating {@code afterCheckOut} and {@code afterCheckIn}, at most one {@code afterInvalidate} or
 * {@code afterDetach}, and {@code afterClose} last. The methods are called on the thread that caused the event;
 * {@code afterClose} may be called on the pool's housekeeping thread. Implementations must be thread-safe.
 */
public interface PoolListener {

    /** Called after the first physical connection of the pool has been opened, before {@link #afterConnect}. */
    default void afterFirstConnect(PooledConnection connection) {}

    /** Called after a physical connection has been opened, before its first use. */
    default void afterConnect(PooledConnection connection) {}

    /**
     * Called after a connection has been checked out. In a {@link QueuePool}, a
     * {@link dev.rubedo.error.DisconnectedException} invalidates the connection, and another one is tried, up to three
     * times; every other exception is propagated to the caller.
     */
    default void afterCheckOut(PooledConnection connection) {}

    /**
     * Called after a caller has waited for a connection while all were in use, before {@link #afterCheckOut}.
     *
     * @param waited the waiting time
     * @param succeeded false if the caller got no connection in time, or was interrupted
     */
    default void afterWait(Duration waited, boolean succeeded) {}

    /** Called after a connection was checked in and stays open. */
    default void afterCheckIn(PooledConnection connection) {}

    /**
     * Called after a connection was found to be unusable.
     *
     * @param cause the cause, or null if the connection was only too old or was replaced deliberately
     */
    default void afterInvalidate(PooledConnection connection, @Nullable Throwable cause) {}

    /** Called after a connection was permanently removed from the pool. */
    default void afterDetach(PooledConnection connection) {}

    /** Called after the physical connection has been closed. */
    default void afterClose(PooledConnection connection) {}
}
