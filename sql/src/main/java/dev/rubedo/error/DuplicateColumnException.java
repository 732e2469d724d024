package dev.rubedo.error;

/** A column that is declared twice. Immutable. */
public class DuplicateColumnException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public DuplicateColumnException(String message) {
        super(ErrorCode.DUPLICATE_COLUMN, message);
    }
}
