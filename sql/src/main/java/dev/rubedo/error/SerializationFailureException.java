package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A transaction that could not be serialized with others. Immutable. */
public class SerializationFailureException extends OperationalException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param report what the database said
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
