package dev.rubedo.error;

/** A result that had to have one row and had none. Immutable. */
public class NoResultException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public NoResultException(String message) {
        super(ErrorCode.NO_RESULT, message);
    }
}
