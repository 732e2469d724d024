package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when rules for revisions find errors. Immutable. */
public class LintException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message how many errors there are, and what to do
     */
    public LintException(String message) {
        super(ErrorCode.LINT, message, null);
    }
}
