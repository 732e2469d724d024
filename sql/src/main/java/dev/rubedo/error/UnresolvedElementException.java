package dev.rubedo.error;

/** An entity or attribute that reached Core without going through a session. Immutable. */
public class UnresolvedElementException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public UnresolvedElementException(String message) {
        super(ErrorCode.UNRESOLVED_ELEMENT, message);
    }
}
