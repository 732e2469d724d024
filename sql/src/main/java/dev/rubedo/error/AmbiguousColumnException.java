package dev.rubedo.error;

/** A name that means several columns. Immutable. */
public class AmbiguousColumnException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public AmbiguousColumnException(String message) {
        super(ErrorCode.AMBIGUOUS_COLUMN, message);
    }
}
