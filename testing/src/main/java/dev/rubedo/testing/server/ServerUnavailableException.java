package dev.rubedo.testing.server;

import org.jspecify.annotations.Nullable;

/** A database for tests could not be had; the message says what to do about it. */
public final class ServerUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one for a product; {@code remedy} is a whole sentence. */
    public ServerUnavailableException(String product, String problem, String remedy, @Nullable Throwable cause) {
        super(product + " could not be made ready for tests: " + problem + "\n" + remedy, cause);
    }
}
