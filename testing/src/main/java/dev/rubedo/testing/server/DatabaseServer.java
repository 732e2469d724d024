package dev.rubedo.testing.server;

import dev.rubedo.stability.Spi;

/** A running database product in which tests create their own spaces. Implementations are thread-safe. */
@Spi
public interface DatabaseServer extends AutoCloseable {

    /**
     * Returns a human-readable description of the server and its origin:
     * {@code PostgreSQL 18.6 (embedded, port 40123)}.
     */
    String description();

    /**
     * Creates an empty space with this name: a schema, a database or a file, whichever gives the best isolation at the
     * lowest cost.
     */
    DatabaseSpace open(String name);

    /** Stops what was started for the tests; a server given by URL is left running. */
    @Override
    void close();
}
