package dev.rubedo.error;

/** Thrown when a closed pool is used. Immutable. */
public class PoolClosedException extends PoolException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public PoolClosedException(String message) {
        super(ErrorCode.POOL_CLOSED, message);
    }
}
