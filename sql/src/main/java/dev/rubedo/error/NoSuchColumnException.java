package dev.rubedo.error;

/** Thrown when a row does not have the requested column. Immutable. */
public class NoSuchColumnException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public NoSuchColumnException(String message) {
        super(ErrorCode.NO_SUCH_COLUMN, message);
    }
}
