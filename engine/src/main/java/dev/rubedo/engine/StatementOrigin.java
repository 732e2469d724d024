package dev.rubedo.engine;

import java.util.Objects;

/**
 * The reason for which the ORM executes a statement that the program did not pass to a session. Immutable.
 *
 * @param cause the cause
 * @param subject the attribute of a lazy load, such as {@code User.addresses}; otherwise empty
 * @param advice what to add to the query to avoid the statement, such as {@code .options(selectIn(USER.addresses))};
 *     empty for no advice
 */
public record StatementOrigin(Cause cause, String subject, String advice) {

    /** The origin of the statements of a flush. */
    public static final StatementOrigin FLUSH = new StatementOrigin(Cause.FLUSH, "", "");

    /** A cause of statements. */
    public enum Cause {
        /** Access to an attribute that was not loaded. */
        LAZY_LOAD,
        /** A flush. */
        FLUSH
    }

    /** Checks the components. */
    public StatementOrigin {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(advice, "advice");
    }
}
