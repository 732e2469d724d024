package dev.rubedo.error;

import java.util.Locale;

/** A stable code of an error. Each has a page in {@code docs/errors}. Immutable. */
public enum ErrorCode {
    /** The dialect lacks what the statement needs. */
    UNSUPPORTED_FEATURE,
    /** An entity or attribute reached Core without a session. */
    UNRESOLVED_ELEMENT,
    /** A name means several columns. */
    AMBIGUOUS_COLUMN,
    /** A statement cannot be compiled as it stands. */
    INVALID_STATEMENT,
    /** A join has no foreign key to derive its condition from. */
    NO_FOREIGN_KEY,
    /** A join could use several foreign keys. */
    AMBIGUOUS_FOREIGN_KEY,
    /** A join does not know its left side. */
    AMBIGUOUS_JOIN,
    /** A table is not there. */
    NO_SUCH_TABLE,
    /** A table is declared twice. */
    DUPLICATE_TABLE,
    /** A column is declared twice. */
    DUPLICATE_COLUMN,
    /** A table has no such column. */
    NO_SUCH_SCHEMA_COLUMN,
    /** Things depend on each other in a circle. */
    CIRCULAR_DEPENDENCY,
    /** A table changed after its first use. */
    FROZEN_TABLE,
    /** A schema object is declared wrongly. */
    INVALID_SCHEMA,
    /** The database reported an error. */
    DATABASE,
    /** A constraint was violated. */
    INTEGRITY,
    /** The database could not do its work. */
    OPERATIONAL,
    /** The connection to the database is gone. */
    DISCONNECTED,
    /** A transaction was the victim of a deadlock. */
    DEADLOCK,
    /** A transaction could not be serialized. */
    SERIALIZATION,
    /** A lock was not granted in time. */
    LOCK_TIMEOUT,
    /** A statement ran too long. */
    STATEMENT_TIMEOUT,
    /** A value does not fit. */
    DATA,
    /** The database refused the statement as wrong. */
    PROGRAMMING,
    /** The database or driver cannot do this. */
    NOT_SUPPORTED,
    /** One row was expected and none came. */
    NO_RESULT,
    /** One row was expected and several came. */
    MULTIPLE_RESULTS,
    /** A row has no such column. */
    NO_SUCH_COLUMN,
    /** A NULL came where a value is required. */
    NULL_VALUE,
    /** A value cannot be read as the wanted type. */
    CONVERSION,
    /** A result was used after its end. */
    RESULT_CLOSED,
    /** A named parameter was given no value. */
    MISSING_PARAMETER,
    /** A transaction, savepoint or connection is in the wrong state. */
    TRANSACTION_STATE,
    /** No connection became free in time. */
    POOL_TIMEOUT,
    /** A pool was used after its end. */
    POOL_CLOSED,
    /** A database URL cannot be read. */
    INVALID_URL,
    /** No driver or dialect for a database URL. */
    NO_DRIVER,
    /** The object half cannot go on. */
    ORM,
    /** A mapping is wrong. */
    MAPPING,
    /** A row changed or vanished under an object. */
    STALE_DATA,
    /** An object without a session was asked to load. */
    DETACHED_INSTANCE,
    /** A flush cannot be done. */
    FLUSH,
    /** No row has the given identity. */
    ENTITY_NOT_FOUND,
    /** A required attribute has no value. */
    REQUIRED_ATTRIBUTE,
    /** An object is in the wrong state for this. */
    OBJECT_STATE,
    /** Loading on access is forbidden here. */
    LAZY_LOAD,
    /** A setting is wrong. */
    CONFIGURATION;

    /** Returns the name of the page in {@code docs/errors} that explains this error, without its ending. */
    public String page() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
