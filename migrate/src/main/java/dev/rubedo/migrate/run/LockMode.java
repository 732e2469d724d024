package dev.rubedo.migrate.run;

/** The way in which concurrent runs exclude each other. Immutable. */
public enum LockMode {
    /** By a lock of the database, or on SQLite by a lock on a file next to it. */
    AUTO,
    /** Not at all: the caller must ensure that there is only one run at a time. */
    NONE
}
