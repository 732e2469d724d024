package dev.rubedo.orm.session;

/**
 * How a session on a given connection joins the transaction that is already open there. If none is open, the session
 * begins and ends its own. As in SQLAlchemy (join_transaction_mode).
 */
public enum JoinMode {

    /** {@link #CREATE_SAVEPOINT} if a savepoint is already active, else {@link #ROLLBACK_ONLY}. */
    CONDITIONAL_SAVEPOINT,

    /**
     * A commit of the session leaves the transaction open for its owner, a rollback rolls it back, and closing does
     * neither.
     */
    ROLLBACK_ONLY,

    /**
     * The session commits and rolls back the transaction as if it had begun it; closing without a commit rolls it back.
     */
    CONTROL_FULLY,

    /**
     * The session works in a savepoint. Its commit releases the savepoint; its rollback, or closing it without a
     * commit, rolls back to the savepoint. The transaction itself stays with its owner, so that a test can roll back
     * everything.
     */
    CREATE_SAVEPOINT
}
