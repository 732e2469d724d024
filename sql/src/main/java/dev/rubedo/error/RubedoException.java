package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that Rubedo throws, except for programming errors (the exceptions of {@code java.lang}).
 * Immutable.
 */
public class RubedoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The code. */
    private final ErrorCode code;

    /**
     * Creates an exception.
     *
     * @param code the error code
     * @param message what happened, to which object, and what to do
     */
    public RubedoException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * Creates an exception with a cause.
     *
     * @param code the error code
     * @param message what happened, to which object, and what to do
     * @param cause the underlying failure, or null
     */
    public RubedoException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the error code; {@link ErrorCode#page()} names the page that explains it. */
    public final ErrorCode code() {
        return code;
    }

    /** Returns the message, followed by the code and the page that explains it, as stack traces show them. */
    @Override
    public String toString() {
        return super.toString() + " (" + code + ", docs/errors/" + code.page() + ".md)";
    }
}
