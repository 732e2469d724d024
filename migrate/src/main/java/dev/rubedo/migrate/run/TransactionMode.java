package dev.rubedo.migrate.run;

/** What one transaction contains, where the database rolls back DDL. Immutable. */
public enum TransactionMode {
    /** One revision. */
    PER_REVISION,
    /** All revisions of a run. */
    PER_RUN,
    /** The caller's work too: nothing is committed or rolled back here. */
    EXTERNAL
}
