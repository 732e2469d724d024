package dev.rubedo.error;

/** Thrown when a schema object is declared incorrectly. Immutable. */
public class InvalidSchemaException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public InvalidSchemaException(String message) {
        super(ErrorCode.INVALID_SCHEMA, message);
    }
}
