package dev.rubedo.error;

/** A statement that says something impossible. Immutable. */
public class InvalidStatementException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public InvalidStatementException(String message) {
        super(ErrorCode.INVALID_STATEMENT, message);
    }
}
