package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a value does not fit: it is too long, out of range or malformed. Immutable. */
public class DataException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public DataException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.DATA, report, cause);
    }
}
