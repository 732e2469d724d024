package dev.rubedo.error;

/** Thrown when a table does not exist. Immutable. */
public class NoSuchTableException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public NoSuchTableException(String message) {
        super(ErrorCode.NO_SUCH_TABLE, message);
    }
}
