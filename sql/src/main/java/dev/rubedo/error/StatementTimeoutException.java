package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a statement exceeded its timeout or was cancelled. Immutable. */
public class StatementTimeoutException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public StatementTimeoutException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.STATEMENT_TIMEOUT, report, cause);
    }
}
