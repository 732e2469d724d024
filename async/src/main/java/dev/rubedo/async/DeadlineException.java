package dev.rubedo.async;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ReadableDuration;
import dev.rubedo.error.RubedoException;
import java.time.Duration;

/**
 * Thrown when an asynchronous call did not complete before its deadline. Its cause is the failure of the statement that
 * was cancelled, if there was one. Immutable.
 */
public final class DeadlineException extends RubedoException {
    private static final long serialVersionUID = 1L;

    private DeadlineException(String message) {
        super(ErrorCode.DEADLINE, message);
    }

    static DeadlineException ofCall(Duration limit) {
        return new DeadlineException(
                "The asynchronous call did not complete within " + ReadableDuration.of(limit) + ".");
    }

    static DeadlineException ofLane(Duration limit) {
        return new DeadlineException(
                "The deadline of the asynchronous session or connection has passed: it had "
                        + ReadableDuration.of(limit)
                        + ". It executes only rollback() and close() now.");
    }
}
