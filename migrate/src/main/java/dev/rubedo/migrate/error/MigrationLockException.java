package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when another run holds the lock for longer than this one waits, or the lock was lost. Immutable. */
public class MigrationLockException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, who holds the lock, and what to do
     */
    public MigrationLockException(String message) {
        super(ErrorCode.MIGRATION_LOCK, message, null);
    }
}
