package dev.rubedo.testing.server;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * The service provider interface (found by {@link java.util.ServiceLoader}) through which a database takes part in
 * tests. Implementations are stateless.
 */
@Spi
public interface DatabaseServerProvider {

    /** Returns the name that tests and {@code RUBEDO_DIALECTS} use: {@code postgresql}. */
    String name();

    /** Returns what is missing on the class path for this database to take part; empty if nothing is. */
    Optional<String> missing();

    /** Returns what would enable this database if it takes part only on request; empty if it is enabled. */
    default Optional<String> optIn() {
        return Optional.empty();
    }

    /** Returns whether tests connect to this database over a network, which they can then disturb. */
    default boolean hasNetwork() {
        return true;
    }

    /**
     * Starts the database, or connects to the one given by URL.
     *
     * @throws ServerUnavailableException if that fails; the message says what to do
     */
    DatabaseServer start();

    /** Returns whether a class can be loaded, which is the usual test for a driver on the class path. */
    static boolean isPresent(String className) {
        try {
            Class.forName(className, false, DatabaseServerProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
