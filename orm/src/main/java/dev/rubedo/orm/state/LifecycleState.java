package dev.rubedo.orm.state;

/** Where an object stands between the program and the database. Immutable. */
public enum LifecycleState {
    /** Made by the program, unknown to any session. */
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
