package dev.rubedo.orm.session;

/**
 * How a session that is opened on a connection takes part in the transaction that is open there already; where none is, the session
 * begins and ends its own. As in SQLAlchemy (join_transaction_mode).
 */
public enum JoinMode {

    /** {@link #CREATE_SAVEPOINT} where a savepoint is active already, else {@link #ROLLBACK_ONLY}. */
    CONDITIONAL_SAVEPOINT,

    /** A commit of the session leaves the transaction open for whoever began it, a rollback rolls it back, closing does neither. */
    ROLLBACK_ONLY,

    /** The session commits and rolls back the transaction as if it had begun it; closing without a commit rolls it back. */
    CONTROL_FULLY,

    /**
     * The session works in a savepoint: its commit releases it, its rollback, and closing without a commit, go back to it. Whatever the session
     * does, the transaction is for whoever began it, so that a test can roll everything back.
     */
    CREATE_SAVEPOINT
}
