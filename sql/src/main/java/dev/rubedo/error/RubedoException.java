package dev.rubedo.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Rubedo throws, except for plain programming mistakes (the exceptions of {@code java.lang}).
 * Immutable.
 */
public class RubedoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The code. */
    private final ErrorCode code;

    /**
     * Makes an exception.
     *
     * @param code which error it is
     * @param message what happened, to which thing, and what to do
     */
    public RubedoException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * Makes an exception with a cause.
     *
     * @param code which error it is
     * @param message what happened, to which thing, and what to do
     * @param cause what went wrong below, or null
     */
    public RubedoException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns which error it is; {@link ErrorCode#page()} names the page that explains it. */
    public final ErrorCode code() {
        return code;
    }
}
