package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A connection that did not become free in time. Immutable. */
public class PoolTimeoutException extends PoolException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public PoolTimeoutException(String message) {
        super(ErrorCode.POOL_TIMEOUT, message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what happened, to which thing, and what to do
     * @param cause what went wrong below, or null
     */
    public PoolTimeoutException(String message, @Nullable Throwable cause) {
        super(ErrorCode.POOL_TIMEOUT, message, cause);
    }
}
