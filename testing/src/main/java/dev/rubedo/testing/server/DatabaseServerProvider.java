package dev.rubedo.testing.server;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * The service interface (found by {@link java.util.ServiceLoader}) through which a database takes part in tests.
 * Implementations are stateless.
 */
@Spi
public interface DatabaseServerProvider {

    /** Returns the name that tests and {@code RUBEDO_DIALECTS} use: {@code postgresql}. */
    String name();

    /** Returns what is missing on the class path for this database to take part; empty if nothing is. */
    Optional<String> missing();

    /** Returns what would turn this database on if it takes part only on request; empty if it takes part. */
    default Optional<String> optIn() {
        return Optional.empty();
    }

    /** Tells whether tests talk to this database over a network, which they can then disturb. */
    default boolean hasNetwork() {
        return true;
    }

    /**
     * Starts the database, or finds the one that was given by URL.
     *
     * @throws ServerUnavailableException if it cannot; the message says what to do
     */
    DatabaseServer start();

    /** Tells whether a class can be loaded: the usual test for a driver on the class path. */
    static boolean isPresent(String className) {
        try {
            Class.forName(className, false, DatabaseServerProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
