package dev.rubedo.pool;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.error.ReadableDuration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The opening and closing of physical connections, for all pools. Stateless. */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private Connections() {}

    /** Opens a connection on the calling thread, without a limit, and sets its auto-commit mode at rest. */
    static PooledConnection open(Connector connector, long epoch) throws SQLException {
        var connection = new PooledConnection(connector.connect(), epoch);
        boolean isSetUp = false;
        try {
            connection.hasOtherMode = setMode(connection.jdbc(), connector.autoCommitAtRest());
            isSetUp = true;
            return connection;
        } finally {
            if (!isSetUp) {
                close(connection);
            }
        }
    }

    /** Whether virtual threads release their carrier while they wait inside {@code synchronized}, as many drivers do. */
    private static final boolean VIRTUAL_THREADS_YIELD = Runtime.version().feature() >= 24;

    /**
     * Opens a connection, waiting no longer than a limit. An attempt that takes longer is abandoned, and its connection
     * is closed if it is established after all. A separate thread does the work, because a driver may block its thread
     * while the network stalls. Where possible it is a virtual thread, whose socket an interrupt closes, so that an
     * abandoned attempt ends immediately; a platform thread remains until the driver gives up.
     *
     * @param limit the total time that the caller wants to wait, for the message
     * @param nanos the remaining time
     */
    static PooledConnection open(Connector connector, long epoch, Duration limit, long nanos) throws SQLException {
        var opening = new CompletableFuture<PooledConnection>();
        var thread = opener(connector).start(() -> {
            try {
                var connection = open(connector, epoch);
                if (!opening.complete(connection)) {
                    close(connection);
                }
            } catch (SQLException | RuntimeException | Error e) {
                opening.completeExceptionally(e);
            }
        });
        try {
            return result(opening, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon(opening, connector, thread);
            throw new PoolTimeoutException("Interrupted while a connection was being opened.");
        } catch (TimeoutException e) {
            abandon(opening, connector, thread);
            throw new PoolTimeoutException(
                    "No connection could be opened within " + ReadableDuration.of(limit) + " to " + connector
                            + ": the database or the network does not respond. Check both, or raise poolTimeout.");
        }
    }

    private static PooledConnection result(CompletableFuture<PooledConnection> opening, long nanos)
            throws SQLException, InterruptedException, TimeoutException {
        try {
            return opening.get(nanos, NANOSECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private static Thread.Builder opener(Connector connector) {
        return connector.isInterruptible() && VIRTUAL_THREADS_YIELD ? Thread.ofVirtual().name("rubedo-connect")
                : Thread.ofPlatform().daemon().name("rubedo-connect");
    }

    private static void abandon(CompletableFuture<PooledConnection> opening, Connector connector, Thread thread) {
        if (opening.cancel(false)) {
            if (connector.isInterruptible()) {
                thread.interrupt();
            }
        } else if (!opening.isCompletedExceptionally()) {
            close(opening.join());
        }
    }

    /** Sets the auto-commit mode at rest and returns whether the connection was in the other mode. */
    private static boolean setMode(java.sql.Connection jdbc, boolean autoCommit) throws SQLException {
        if (jdbc.getAutoCommit() == autoCommit) {
            return false;
        }
        jdbc.setAutoCommit(autoCommit);
        return true;
    }

    /**
     * Closes a connection in the mode in which it was opened, because an underlying pool may pass it to its next user.
     */
    static void release(PooledConnection connection) {
        try {
            if (connection.hasOtherMode) {
                connection.jdbc().setAutoCommit(!connection.jdbc().getAutoCommit());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Restoring auto-commit of {} failed", connection, e);
        } finally {
            close(connection);
        }
    }

    /** Closes a connection, ignoring failures. */
    static void close(PooledConnection connection) {
        try {
            connection.jdbc().close();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Closing {} failed", connection, e);
        }
    }
}
