package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the database could not complete its work: it was unreachable, out of space or interrupted. Immutable. */
public class OperationalException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public OperationalException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.OPERATIONAL, report, cause);
    }

    /**
     * Creates an exception of a more specific kind.
     *
     * @param code the error code
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    protected OperationalException(ErrorCode code, DatabaseReport report, @Nullable Throwable cause) {
        super(code, report, cause);
    }
}
