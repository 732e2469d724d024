package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import org.jspecify.annotations.Nullable;

/** The root of all exceptions of migrations. Immutable. */
public class MigrationException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with code {@link ErrorCode#MIGRATION}.
     *
     * @param message what happened, to which object, and what to do
     */
    public MigrationException(String message) {
        this(ErrorCode.MIGRATION, message, null);
    }

    /**
     * Creates an exception.
     *
     * @param code the error code
     * @param message what happened, to which object, and what to do
     * @param cause the underlying failure, or null
     */
    public MigrationException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
