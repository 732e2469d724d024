package dev.rubedo.error;

/** A pool that was used after its end. Immutable. */
public class PoolClosedException extends PoolException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public PoolClosedException(String message) {
        super(ErrorCode.POOL_CLOSED, message);
    }
}
