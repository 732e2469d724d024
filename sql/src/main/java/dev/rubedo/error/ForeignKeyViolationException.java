package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A reference to a row that does not exist, or the removal of a row that is still referred to. Immutable. */
public class ForeignKeyViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public ForeignKeyViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.FOREIGN_KEY, report, cause);
    }
}
