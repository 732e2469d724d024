package dev.rubedo.error;

/** A table that is declared twice. Immutable. */
public class DuplicateTableException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public DuplicateTableException(String message) {
        super(ErrorCode.DUPLICATE_TABLE, message);
    }
}
