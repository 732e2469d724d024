package dev.rubedo.error;

/** A schema object that says something impossible. Immutable. */
public class InvalidSchemaException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public InvalidSchemaException(String message) {
        super(ErrorCode.INVALID_SCHEMA, message);
    }
}
