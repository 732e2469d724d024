package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when an operation cannot be undone because something about it is not known. Immutable. */
public class IrreversibleOperationException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param operation the operation in words
     * @param reason why it cannot be undone
     */
    public IrreversibleOperationException(String operation, String reason) {
        super(ErrorCode.IRREVERSIBLE_OPERATION, "Cannot undo \"" + operation + "\": " + reason
                + ". Write the downgrade by hand.", null);
    }
}
