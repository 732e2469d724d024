package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A statement that ran longer than allowed, or was cancelled. Immutable. */
public class StatementTimeoutException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public StatementTimeoutException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.STATEMENT_TIMEOUT, report, cause);
    }
}
