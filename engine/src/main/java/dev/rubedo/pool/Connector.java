package dev.rubedo.pool;

import dev.rubedo.stability.Spi;
import java.sql.SQLException;

/**
 * The maker of physical connections, ready for use: driver, URL, credentials and per-connection settings are its
 * business.
 *
 * <p>Implementations are thread-safe: pools call them from several threads.
 */
@Spi
public interface Connector {

    /**
     * Opens a new physical connection.
     *
     * @throws SQLException if the database cannot be reached or refuses
     */
    java.sql.Connection connect() throws SQLException;

    /** Returns the auto-commit mode of a connection that lies in the pool. */
    default boolean autoCommitAtRest() {
        return false;
    }

    /** Releases what this connector holds itself, for example the connection that keeps an in-memory database alive. */
    default void close() {}
}
