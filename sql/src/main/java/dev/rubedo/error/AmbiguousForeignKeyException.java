package dev.rubedo.error;

/** Thrown when a join could use several foreign keys. Immutable. */
public class AmbiguousForeignKeyException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public AmbiguousForeignKeyException(String message) {
        super(ErrorCode.AMBIGUOUS_FOREIGN_KEY, message);
    }
}
