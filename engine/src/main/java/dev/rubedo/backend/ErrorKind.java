package dev.rubedo.backend;

/** What kind of error a database reported, independent of the database. Immutable. */
public enum ErrorKind {
    /** A unique constraint or primary key. */
    UNIQUE,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A NULL where none may be. */
    NOT_NULL,
    /** A check constraint. */
    CHECK,
    /** Another constraint. */
    INTEGRITY,
    /** The victim of a deadlock. */
    DEADLOCK,
    /** A transaction that could not be serialized. */
    SERIALIZATION,
    /** A lock that was not granted in time. */
    LOCK_TIMEOUT,
    /** A statement that was cancelled or ran too long. */
    STATEMENT_TIMEOUT,
    /** The connection is gone. */
    DISCONNECTED,
    /** A value does not fit. */
    DATA,
    /** The statement is wrong. */
    PROGRAMMING,
    /** The database or driver does not support this. */
    NOT_SUPPORTED,
    /** The database could not complete its work. */
    OPERATIONAL,
    /** None of these. */
    OTHER
}
