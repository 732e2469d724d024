package dev.rubedo.testing.server;

import dev.rubedo.stability.Spi;
import java.net.InetSocketAddress;
import java.util.Optional;

/** An empty space in a database that belongs to one test. Implementations are thread-safe. */
@Spi
public interface DatabaseSpace extends AutoCloseable {

    /** Returns the JDBC URL of this space, including user and password if there are any. */
    String url();

    /** Returns the address of the server; empty if the database runs inside this JVM. */
    default Optional<InetSocketAddress> address() {
        return Optional.empty();
    }

    /**
     * Returns the URL of this space through a relay at another address that forwards to the server.
     *
     * @throws UnsupportedOperationException if there is no server
     */
    default String urlThrough(InetSocketAddress relay) {
        throw new UnsupportedOperationException("\"" + url() + "\" has no network address to put a relay in front of");
    }

    /** Drops the space and everything in it. */
    @Override
    void close();
}
