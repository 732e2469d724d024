package dev.rubedo.error;

/** Thrown when the left side of a join is ambiguous. Immutable. */
public class AmbiguousJoinException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public AmbiguousJoinException(String message) {
        super(ErrorCode.AMBIGUOUS_JOIN, message);
    }
}
