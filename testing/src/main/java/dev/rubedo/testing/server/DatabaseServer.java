package dev.rubedo.testing.server;

import dev.rubedo.stability.Spi;

/** A running database product in which tests open spaces of their own. Implementations are thread-safe. */
@Spi
public interface DatabaseServer extends AutoCloseable {

    /** Returns what runs and where it came from, for people: {@code PostgreSQL 18.6 (embedded, port 40123)}. */
    String description();

    /**
     * Creates an empty space of this name: a schema, a database or a file, whichever isolates best at the least cost.
     */
    DatabaseSpace open(String name);

    /** Stops what was started for the tests; a server that was given by URL is left running. */
    @Override
    void close();
}
