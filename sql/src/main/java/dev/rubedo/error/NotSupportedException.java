package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A request that the database or its driver cannot fulfil. Immutable. */
public class NotSupportedException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public NotSupportedException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.NOT_SUPPORTED, report, cause);
    }
}
