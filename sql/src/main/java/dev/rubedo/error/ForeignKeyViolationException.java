package dev.rubedo.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when a referenced row does not exist, or when a row to delete is still referenced. Immutable. */
public class ForeignKeyViolationException extends IntegrityException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public ForeignKeyViolationException(DatabaseReport report, @Nullable Throwable cause) {
        super(Kind.FOREIGN_KEY, report, cause);
    }

    ForeignKeyViolationException(DatabaseReport report, @Nullable Throwable cause, String entity,
            List<String> attributes) {
        super(Kind.FOREIGN_KEY, report, cause, entity, attributes);
    }
}
