package dev.rubedo.error;

/** Thrown when a statement cannot be compiled to SQL. Immutable. */
public class CompileException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param code the error code
     * @param message what happened, to which object, and what to do
     */
    public CompileException(ErrorCode code, String message) {
        super(code, message);
    }
}
