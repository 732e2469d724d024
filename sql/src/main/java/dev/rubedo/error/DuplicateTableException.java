package dev.rubedo.error;

/** Thrown when a table is declared twice. Immutable. */
public class DuplicateTableException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public DuplicateTableException(String message) {
        super(ErrorCode.DUPLICATE_TABLE, message);
    }
}
