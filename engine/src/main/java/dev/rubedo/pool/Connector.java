package dev.rubedo.pool;

import dev.rubedo.stability.Spi;
import java.sql.SQLException;

/**
 * A factory of physical connections. It is responsible for driver, URL, credentials and per-connection settings.
 *
 * <p>Implementations are thread-safe: pools call them from several threads.
 */
@Spi
public interface Connector {

    /**
     * Opens a new physical connection.
     *
     * @throws SQLException if the database is unreachable or rejects the connection
     */
    java.sql.Connection connect() throws SQLException;

    /** Returns the auto-commit mode of idle connections. */
    default boolean autoCommitAtRest() {
        return false;
    }

    /**
     * Returns whether a thread in {@link #connect()} waits only for the network, so that an interrupt can end an
     * attempt that takes too long. Must be false for an embedded database, because an interrupt would close its files.
     */
    default boolean isInterruptible() {
        return false;
    }

    /** Releases the resources of this connector, for example the connection that keeps an in-memory database alive. */
    default void close() {}
}
