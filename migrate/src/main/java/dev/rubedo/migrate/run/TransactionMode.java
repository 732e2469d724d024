package dev.rubedo.migrate.run;

/** The extent of a transaction, on databases that roll back DDL. Immutable. */
public enum TransactionMode {
    /** One revision. */
    PER_REVISION,
    /** All revisions of a run. */
    PER_RUN,
    /** The transaction of the caller: nothing is committed or rolled back here. */
    EXTERNAL
}
