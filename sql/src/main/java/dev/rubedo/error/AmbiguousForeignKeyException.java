package dev.rubedo.error;

/** A join that could use several foreign keys. Immutable. */
public class AmbiguousForeignKeyException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public AmbiguousForeignKeyException(String message) {
        super(ErrorCode.AMBIGUOUS_FOREIGN_KEY, message);
    }
}
