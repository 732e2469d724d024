package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a lock was not granted in time. Immutable. */
public class LockTimeoutException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public LockTimeoutException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.LOCK_TIMEOUT, report, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
