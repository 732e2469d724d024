package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A connection that is gone. Immutable. */
public class DisconnectedException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public DisconnectedException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.DISCONNECTED, report, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
