package dev.rubedo.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when NULL is written to a NOT NULL column. Immutable. */
public class NotNullViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public NotNullViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.NOT_NULL, report, cause);
    }

    NotNullViolationException(DatabaseReport report, @Nullable Throwable cause, String entity,
            List<String> attributes) {
        super(Kind.NOT_NULL, report, cause, entity, attributes);
    }
}
