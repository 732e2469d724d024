package dev.rubedo.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when a value violates a check constraint. Immutable. */
public class CheckViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public CheckViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.CHECK, report, cause);
    }

    CheckViolationException(DatabaseReport report, @Nullable Throwable cause, String entity, List<String> attributes) {
        super(Kind.CHECK, report, cause, entity, attributes);
    }
}
