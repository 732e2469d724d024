package dev.rubedo.error;

/** Thrown when a column is declared twice. Immutable. */
public class DuplicateColumnException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public DuplicateColumnException(String message) {
        super(ErrorCode.DUPLICATE_COLUMN, message);
    }
}
