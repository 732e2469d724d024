package dev.rubedo.error;

/** Thrown when a statement is invalid. Immutable. */
public class InvalidStatementException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public InvalidStatementException(String message) {
        super(ErrorCode.INVALID_STATEMENT, message);
    }
}
