package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A lock that was not granted in time. Immutable. */
public class LockTimeoutException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
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
