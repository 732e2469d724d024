package dev.rubedo.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when a value violates a primary key, a unique constraint or a unique index. Immutable. */
public class UniqueViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public UniqueViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.UNIQUE, report, cause);
    }

    UniqueViolationException(DatabaseReport report, @Nullable Throwable cause, String entity, List<String> attributes) {
        super(Kind.UNIQUE, report, cause, entity, attributes);
    }
}
