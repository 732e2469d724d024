package dev.rubedo.error;

import java.util.ArrayList;
import java.util.List;
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

    /** The entity; empty if it is unknown. */
    private final String entity;

    /** The attributes; a list that can be serialized. */
    private final ArrayList<String> attributes;

    /**
     * Creates an exception.
     *
     * @param kind the kind of constraint
     * @param report what the database reported
     * @param cause the driver's exception, or null
     */
    public IntegrityException(Kind kind, DatabaseReport report, @Nullable Throwable cause) {
        this(kind, report, cause, "", List.of());
    }

    IntegrityException(Kind kind, DatabaseReport report, @Nullable Throwable cause, String entity,
            List<String> attributes) {
        super(ErrorCode.INTEGRITY, report, cause);
        this.kind = kind;
        this.entity = entity;
        this.attributes = new ArrayList<>(attributes);
    }

    /**
     * Returns this exception with the entity and the attributes of the constraint, which the ORM knows and the database
     * does not. It has the same cause and stack trace.
     *
     * @param name the name of the entity
     * @param constrained the names of its attributes to which the constraint applies; possibly empty
     * @param advice text to append to the message
     */
    public final IntegrityException about(String name, List<String> constrained, String advice) {
        DatabaseReport told = new DatabaseReport(report().message() + "\n" + advice, report().sql(),
                report().parameters(), report().sqlState(), report().vendorCode(), report().constraint());
        IntegrityException made = switch (kind) {
            case UNIQUE -> new UniqueViolationException(told, getCause(), name, constrained);
            case FOREIGN_KEY -> new ForeignKeyViolationException(told, getCause(), name, constrained);
            case NOT_NULL -> new NotNullViolationException(told, getCause(), name, constrained);
            case CHECK -> new CheckViolationException(told, getCause(), name, constrained);
            case OTHER -> new IntegrityException(kind, told, getCause(), name, constrained);
        };
        made.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            made.addSuppressed(suppressed);
        }
        return made;
    }

    /** Returns the name of the entity whose row was rejected, if a flush of the ORM wrote it. */
    public final Optional<String> entityName() {
        return entity.isEmpty() ? Optional.empty() : Optional.of(entity);
    }

    /**
     * Returns the names of the attributes to which the constraint applies, if a flush of the ORM wrote the row and the
     * constraint could be identified; otherwise an empty list.
     */
    public final List<String> attributes() {
        return List.copyOf(attributes);
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
