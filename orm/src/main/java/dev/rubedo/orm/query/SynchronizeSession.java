package dev.rubedo.orm.query;

/**
 * How the objects of a session are synchronized with an UPDATE or DELETE statement for their entity. As in SQLAlchemy
 * (synchronize_session).
 */
public enum SynchronizeSession {

    /** Evaluates the condition on each object, and queries the keys of the rows if that is impossible. The default. */
    AUTO,

    /** Evaluates the condition on each object. A condition that only the database can evaluate is an error. */
    EVALUATE,

    /** Queries the keys of the rows before the statement. */
    FETCH,

    /** Leaves the objects unchanged, which is appropriate if none of them is used afterwards. */
    NONE
}
