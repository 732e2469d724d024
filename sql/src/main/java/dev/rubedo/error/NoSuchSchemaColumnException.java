package dev.rubedo.error;

/** A column that its table does not have. Immutable. */
public class NoSuchSchemaColumnException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public NoSuchSchemaColumnException(String message) {
        super(ErrorCode.NO_SUCH_SCHEMA_COLUMN, message);
    }
}
