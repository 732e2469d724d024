package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A NULL in a column that may have none. Immutable. */
public class NotNullViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public NotNullViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.NOT_NULL, report, cause);
    }
}
