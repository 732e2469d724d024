package dev.rubedo.error;

/** Thrown when a value is NULL where one is required. Immutable. */
public class NullValueException extends ResultException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public NullValueException(String message) {
        super(ErrorCode.NULL_VALUE, message);
    }
}
