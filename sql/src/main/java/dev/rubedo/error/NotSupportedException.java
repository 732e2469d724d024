package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the database or its driver does not support an operation. Immutable. */
public class NotSupportedException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public NotSupportedException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.NOT_SUPPORTED, report, cause);
    }
}
