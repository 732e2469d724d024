package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when no connection became free in time. Immutable. */
public class PoolTimeoutException extends PoolException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public PoolTimeoutException(String message) {
        super(ErrorCode.POOL_TIMEOUT, message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what happened, to which object, and what to do
     * @param cause the underlying failure, or null
     */
    public PoolTimeoutException(String message, @Nullable Throwable cause) {
        super(ErrorCode.POOL_TIMEOUT, message, cause);
    }
}
