package dev.rubedo.error;

/** Thrown when a result must have one row but has several. Immutable. */
public class MultipleResultsException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public MultipleResultsException(String message) {
        super(ErrorCode.MULTIPLE_RESULTS, message);
    }
}
