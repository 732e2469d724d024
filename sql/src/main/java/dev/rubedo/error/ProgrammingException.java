package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the database rejects a statement as invalid: a syntax error, an unknown table, missing privileges.
 * Immutable.
 */
public class ProgrammingException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public ProgrammingException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.PROGRAMMING, report, cause);
    }
}
