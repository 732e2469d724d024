package dev.rubedo.engine;

import java.util.Objects;

/**
 * Why the ORM executes a statement that the program did not pass to a session. Immutable.
 *
 * @param cause the cause
 * @param subject what the cause is about: the attribute of a lazy load, such as {@code User.addresses}; otherwise empty
 * @param advice what to add to the query so that the statement is not needed, such as
 *     {@code .options(selectIn(USER.addresses))}; empty if there is nothing
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
