package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/** A result that cannot be read as wanted. Immutable. */
public class ResultException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param code which error it is
     * @param message what happened, to which thing, and what to do
     */
    public ResultException(ErrorCode code, String message) {
        super(code, message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param code which error it is
     * @param message what happened, to which thing, and what to do
     * @param cause what went wrong below, or null
     */
    public ResultException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
