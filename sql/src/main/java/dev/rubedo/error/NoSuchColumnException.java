package dev.rubedo.error;

/** A column that a row does not have. Immutable. */
public class NoSuchColumnException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public NoSuchColumnException(String message) {
        super(ErrorCode.NO_SUCH_COLUMN, message);
    }
}
