package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A statement that the database refuses as wrong: syntax, unknown table, missing rights. Immutable. */
public class ProgrammingException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public ProgrammingException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.PROGRAMMING, report, cause);
    }
}
