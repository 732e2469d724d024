package dev.rubedo.backend;

/** A kind of database error, independent of the database. Immutable. */
public enum ErrorKind {
    /** A violated unique constraint or primary key. */
    UNIQUE,
    /** A violated foreign key. */
    FOREIGN_KEY,
    /** A NULL in a NOT NULL column. */
    NOT_NULL,
    /** A violated check constraint. */
    CHECK,
    /** Another violated constraint. */
    INTEGRITY,
    /** The victim of a deadlock. */
    DEADLOCK,
    /** A transaction that could not be serialized. */
    SERIALIZATION,
    /** A lock that was not granted in time. */
    LOCK_TIMEOUT,
    /** A statement that was cancelled or ran too long. */
    STATEMENT_TIMEOUT,
    /** A lost connection. */
    DISCONNECTED,
    /** A value that does not fit. */
    DATA,
    /** An invalid statement. */
    PROGRAMMING,
    /** An operation that the database or driver does not support. */
    NOT_SUPPORTED,
    /** An operation that the database could not complete. */
    OPERATIONAL,
    /** None of these. */
    OTHER
}
