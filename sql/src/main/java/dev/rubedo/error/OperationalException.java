package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A database that could not do its work: not reachable, out of space, interrupted. Immutable. */
public class OperationalException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public OperationalException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.OPERATIONAL, report, cause);
    }

    /**
     * Makes an exception of a more special kind.
     *
     * @param code which error it is
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    protected OperationalException(ErrorCode code, DatabaseReport report, @Nullable Throwable cause) {
        super(code, report, cause);
    }
}
