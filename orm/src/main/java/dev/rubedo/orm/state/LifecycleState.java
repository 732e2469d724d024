package dev.rubedo.orm.state;

/** The lifecycle state of an object relative to its session and row. Immutable. */
public enum LifecycleState {
    /** Created by the application, unknown to any session. */
    TRANSIENT,
    /** Added to a session, not inserted yet. */
    PENDING,
    /** Has a row and belongs to a session. */
    PERSISTENT,
    /** Its row was deleted by a flush of a transaction that is still open. */
    DELETED,
    /** Has, or had, a row but belongs to no session. */
    DETACHED
}
