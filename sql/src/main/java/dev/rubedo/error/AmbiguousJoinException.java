package dev.rubedo.error;

/** A join that does not know its left side. Immutable. */
public class AmbiguousJoinException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public AmbiguousJoinException(String message) {
        super(ErrorCode.AMBIGUOUS_JOIN, message);
    }
}
