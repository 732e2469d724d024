package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a connection pool cannot supply a connection. Immutable. */
public class PoolException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param code the error code
     * @param message what happened, to which object, and what to do
     */
    public PoolException(ErrorCode code, String message) {
        super(code, message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param code the error code
     * @param message what happened, to which object, and what to do
     * @param cause the underlying failure, or null
     */
    public PoolException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
