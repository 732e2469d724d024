package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when a revision fails while it is applied or undone. Immutable. */
public class MigrationFailedException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /** The revision that failed. */
    private final String revision;

    /**
     * Creates an exception.
     *
     * @param revision the revision that failed
     * @param message what happened, what became of the database, and what to do
     * @param cause the failure
     */
    public MigrationFailedException(String revision, String message, Throwable cause) {
        super(ErrorCode.MIGRATION_FAILED, message, cause);
        this.revision = revision;
    }

    /** Returns the id of the revision that failed. */
    public String revision() {
        return revision;
    }
}
