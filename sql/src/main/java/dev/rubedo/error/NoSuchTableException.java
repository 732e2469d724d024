package dev.rubedo.error;

/** A table that is not there. Immutable. */
public class NoSuchTableException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public NoSuchTableException(String message) {
        super(ErrorCode.NO_SUCH_TABLE, message);
    }
}
