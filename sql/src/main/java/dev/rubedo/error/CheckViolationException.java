package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A value that a check constraint refuses. Immutable. */
public class CheckViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public CheckViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.CHECK, report, cause);
    }
}
