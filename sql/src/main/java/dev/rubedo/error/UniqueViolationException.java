package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A value that a primary key, a unique constraint or a unique index has already. Immutable. */
public class UniqueViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public UniqueViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.UNIQUE, report, cause);
    }
}
