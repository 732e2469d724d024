package dev.rubedo.error;

/** A schema object that is declared or used wrongly. Immutable. */
public class SchemaException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param code which error it is
     * @param message what happened, to which thing, and what to do
     */
    public SchemaException(ErrorCode code, String message) {
        super(code, message);
    }
}
