package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the database chose the transaction as the victim of a deadlock. Immutable. */
public class DeadlockException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public DeadlockException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.DEADLOCK, report, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
