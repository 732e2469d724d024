package dev.rubedo.error;

/** A result that had to have one row and had more. Immutable. */
public class MultipleResultsException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public MultipleResultsException(String message) {
        super(ErrorCode.MULTIPLE_RESULTS, message);
    }
}
