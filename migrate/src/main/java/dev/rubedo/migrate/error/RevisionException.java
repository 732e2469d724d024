package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when a revision, or a reference to one, is invalid or ambiguous. Immutable. */
public class RevisionException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with code {@link ErrorCode#REVISION}.
     *
     * @param message what happened, to which revision, and what to do
     */
    public RevisionException(String message) {
        this(ErrorCode.REVISION, message);
    }

    /**
     * Creates an exception.
     *
     * @param code the error code
     * @param message what happened, to which revision, and what to do
     */
    protected RevisionException(ErrorCode code, String message) {
        super(code, message, null);
    }
}
