package dev.rubedo.error;

import java.util.Locale;

/** A stable code of an error. Each has a page in {@code docs/errors}. Immutable. */
public enum ErrorCode {
    /** The dialect lacks a feature that the statement needs. */
    UNSUPPORTED_FEATURE,
    /** An entity or attribute reached Core without a session. */
    UNRESOLVED_ELEMENT,
    /** A name matches several columns. */
    AMBIGUOUS_COLUMN,
    /** A statement cannot be compiled. */
    INVALID_STATEMENT,
    /** A join has no foreign key to derive its condition from. */
    NO_FOREIGN_KEY,
    /** A join could use several foreign keys. */
    AMBIGUOUS_FOREIGN_KEY,
    /** The left side of a join is ambiguous. */
    AMBIGUOUS_JOIN,
    /** A table does not exist. */
    NO_SUCH_TABLE,
    /** A table is declared twice. */
    DUPLICATE_TABLE,
    /** A column is declared twice. */
    DUPLICATE_COLUMN,
    /** A table has no such column. */
    NO_SUCH_SCHEMA_COLUMN,
    /** Dependencies form a cycle. */
    CIRCULAR_DEPENDENCY,
    /** A table was changed after its first use. */
    FROZEN_TABLE,
    /** A schema object is declared incorrectly. */
    INVALID_SCHEMA,
    /** The database reported an error. */
    DATABASE,
    /** A constraint was violated. */
    INTEGRITY,
    /** An operation that the database could not complete. */
    OPERATIONAL,
    /** The connection to the database was lost. */
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
    /** The database rejected the statement as invalid. */
    PROGRAMMING,
    /** An operation that the database or driver does not support. */
    NOT_SUPPORTED,
    /** One row was expected, but there was none. */
    NO_RESULT,
    /** One row was expected, but there were several. */
    MULTIPLE_RESULTS,
    /** A row has no such column. */
    NO_SUCH_COLUMN,
    /** A value is NULL where one is required. */
    NULL_VALUE,
    /** A value cannot be converted to the requested type. */
    CONVERSION,
    /** A result was used after it was closed. */
    RESULT_CLOSED,
    /** A named parameter was given no value. */
    MISSING_PARAMETER,
    /** The transaction, savepoint or connection is in the wrong state. */
    TRANSACTION_STATE,
    /** No connection became free in time. */
    POOL_TIMEOUT,
    /** The pool is closed. */
    POOL_CLOSED,
    /** A database URL cannot be parsed. */
    INVALID_URL,
    /** There is no driver or dialect for a database URL. */
    NO_DRIVER,
    /** An ORM error. */
    ORM,
    /** A mapping is invalid. */
    MAPPING,
    /** A row was changed or deleted after an object was loaded from it. */
    STALE_DATA,
    /** A detached object was asked to load an attribute. */
    DETACHED_INSTANCE,
    /** A flush cannot be executed. */
    FLUSH,
    /** No row has the given identity. */
    ENTITY_NOT_FOUND,
    /** A required attribute has no value. */
    REQUIRED_ATTRIBUTE,
    /** An object is in the wrong state for the operation. */
    OBJECT_STATE,
    /** Lazy loading is forbidden here. */
    LAZY_LOAD,
    /** A transaction over several databases could not be committed in all of them. */
    DISTRIBUTED_COMMIT,
    /** A setting is invalid. */
    CONFIGURATION,
    /** A migration cannot be carried out. */
    MIGRATION,
    /** A revision, or a reference to one, is invalid or ambiguous. */
    REVISION,
    /** There is no such revision. */
    REVISION_NOT_FOUND,
    /** One head revision is needed, but there are several. */
    MULTIPLE_HEADS,
    /** The ends of a range of revisions are not on one line. */
    NOT_AN_ANCESTOR,
    /** Revisions follow or depend on each other in a cycle. */
    REVISION_CYCLE,
    /** A migration operation cannot be undone. */
    IRREVERSIBLE_OPERATION,
    /** A revision failed while it was applied or undone. */
    MIGRATION_FAILED,
    /** Another run of migrations holds the lock. */
    MIGRATION_LOCK,
    /** A database is not at the revisions that it should be at. */
    OUT_OF_DATE,
    /** The source of a revision is not understood or does not compile. */
    REVISION_SOURCE,
    /** Rules for revisions found errors. */
    LINT,
    /** The schema of a database differs from the one that its revisions create. */
    SCHEMA_DRIFT,
    /** The model of an application differs from what the revisions create. */
    MODEL_DIFFERS,
    /** Calls of an asynchronous connection or session would block each other. */
    LANE,
    /** An asynchronous call did not complete in time. */
    DEADLINE;

    /** Returns the name of the page in {@code docs/errors} that explains this error, without its extension. */
    public String page() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
