package dev.rubedo.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that was violated. Where the database tells of which kind it is, this is a
 * {@link UniqueViolationException}, a {@link ForeignKeyViolationException}, a {@link NotNullViolationException} or a
 * {@link CheckViolationException}. Immutable.
 */
public class IntegrityException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** The kind. */
    private final Kind kind;

    /**
     * Makes an exception.
     *
     * @param kind which kind of constraint
     * @param report what the database said
     * @param cause the driver's exception, or null
     */
    public IntegrityException(Kind kind, DatabaseReport report, @Nullable Throwable cause) {
        super(ErrorCode.INTEGRITY, report, cause);
        this.kind = kind;
    }

    /** Returns which kind of constraint was violated. */
    public Kind kind() {
        return kind;
    }

    /** Returns the name of the constraint where the database tells it. */
    public Optional<String> constraintName() {
        return report().constraint().isEmpty() ? Optional.empty() : Optional.of(report().constraint());
    }

    /**
     * Returns whether the constraint of this name was violated. Upper and lower case are the same.
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
        /** A column that may not be NULL. */
        NOT_NULL,
        /** A check constraint. */
        CHECK,
        /** Another kind, or one that the database does not tell. */
        OTHER
    }
}
