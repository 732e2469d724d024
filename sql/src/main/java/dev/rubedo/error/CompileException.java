package dev.rubedo.error;

/** A statement that cannot be turned into SQL. Immutable. */
public class CompileException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param code which error it is
     * @param message what happened, to which thing, and what to do
     */
    public CompileException(ErrorCode code, String message) {
        super(code, message);
    }
}
