package dev.rubedo.error;

/** Thrown when a table does not have the requested column. Immutable. */
public class NoSuchSchemaColumnException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public NoSuchSchemaColumnException(String message) {
        super(ErrorCode.NO_SUCH_SCHEMA_COLUMN, message);
    }
}
