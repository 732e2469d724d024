package dev.rubedo.error;

/** A join without a foreign key to derive its condition from. Immutable. */
public class NoForeignKeyException extends CompileException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public NoForeignKeyException(String message) {
        super(ErrorCode.NO_FOREIGN_KEY, message);
    }
}
