package dev.rubedo.testing.server;

import org.jspecify.annotations.Nullable;

/** Thrown when a database for tests is unavailable; the message says what to do. */
public final class ServerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception for a product; {@code remedy} is a complete sentence. */
    public ServerUnavailableException(String product, String problem, String remedy, @Nullable Throwable cause) {
        super(product + " could not be prepared for tests: " + problem + "\n" + remedy, cause);
    }
}
