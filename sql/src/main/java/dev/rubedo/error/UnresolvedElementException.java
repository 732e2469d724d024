package dev.rubedo.error;

/** Thrown when an entity or attribute reaches Core without a session. Immutable. */
public class UnresolvedElementException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public UnresolvedElementException(String message) {
        super(ErrorCode.UNRESOLVED_ELEMENT, message);
    }
}
