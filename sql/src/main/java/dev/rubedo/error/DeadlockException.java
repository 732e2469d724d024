package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A transaction that the database chose as the victim of a deadlock. Immutable. */
public class DeadlockException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
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
