package dev.rubedo.error;

/** A NULL where a value is required. Immutable. */
public class NullValueException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public NullValueException(String message) {
        super(ErrorCode.NULL_VALUE, message);
    }
}
