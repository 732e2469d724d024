package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a transaction could not be serialized with concurrent ones. Immutable. */
public class SerializationFailureException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public SerializationFailureException(DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.SERIALIZATION, report, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
