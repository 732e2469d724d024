package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A value that does not fit: too long, out of range, of a wrong form. Immutable. */
public class DataException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public DataException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.DATA, report, cause);
    }
}
