package dev.rubedo.error;

/** Thrown when a name matches several columns. Immutable. */
public class AmbiguousColumnException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public AmbiguousColumnException(String message) {
        super(ErrorCode.AMBIGUOUS_COLUMN, message);
    }
}
