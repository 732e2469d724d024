package dev.rubedo.error;

/** Thrown when a schema object is declared or used incorrectly. Immutable. */
public class SchemaException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param code the error code
     * @param message what happened, to which object, and what to do
     */
    public SchemaException(ErrorCode code, String message) {
        super(code, message);
    }
}
