package dev.rubedo.async;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import org.jspecify.annotations.Nullable;

/** Thrown when the calls of an asynchronous connection or session would block each other. Immutable. */
public final class LaneException extends RubedoException {
    private static final long serialVersionUID = 1L;

    LaneException(String message, @Nullable Throwable cause) {
        super(ErrorCode.LANE, message, cause);
    }
}
