package dev.rubedo.migrate.run;

/** How concurrent runs are kept apart. Immutable. */
public enum LockMode {
    /** By a lock of the database, or of a file beside it on SQLite. */
    AUTO,
    /** Not at all: the caller makes sure that there is one run at a time. */
    NONE
}
