package dev.rubedo.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a constraint is violated. If the database reports the kind, this is a {@link UniqueViolationException}, a
 * {@link ForeignKeyViolationException}, a {@link NotNullViolationException} or a {@link CheckViolationException}.
 * Immutable.
 */
public class IntegrityException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** The kind. */
    private final Kind kind;

    /**
     * Creates an exception.
     *
     * @param kind the kind of constraint
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public IntegrityException(Kind kind, DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.INTEGRITY, report, cause);
        this.kind = kind;
    }

    /** Returns the kind of constraint that was violated. */
    public Kind kind() {
        return kind;
    }

    /** Returns the name of the constraint if the database reports it. */
    public Optional<String> constraintName() {
        return report().constraint().isEmpty() ? Optional.empty() : Optional.of(report().constraint());
    }

    /**
     * Returns whether the constraint with this name was violated, ignoring case.
     *
     * @param constraint the name, as declared
     */
    public boolean violates(String constraint) {
        return report().constraint().equalsIgnoreCase(constraint);
    }

    /** A kind of constraint. Immutable. */
    public enum Kind {
        /** A primary key or unique constraint, or a unique index. */
        UNIQUE,
        /** A foreign key. */
        FOREIGN_KEY,
        /** A NOT NULL column. */
        NOT_NULL,
        /** A check constraint. */
        CHECK,
        /** Another kind, or one that the database does not report. */
        OTHER
    }
}
