package dev.rubedo.error;

/** Thrown when a join has no foreign key to derive its condition from. Immutable. */
public class NoForeignKeyException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public NoForeignKeyException(String message) {
        super(ErrorCode.NO_FOREIGN_KEY, message);
    }
}
