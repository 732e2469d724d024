package dev.rubedo.error;

/** Thrown when a result must have one row but has none. Immutable. */
public class NoResultException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public NoResultException(String message) {
        super(ErrorCode.NO_RESULT, message);
    }
}
