package dev.rubedo.migrate.run;

/** What to do about a statement that an interrupted run has begun, if the database does not tell whether it is executed. Immutable. */
public enum ResumeMode {
    /** Stop, and let a person decide. */
    ASK,
    /** Execute it, possibly a second time. */
    REPEAT,
    /** Take it as executed. */
    SKIP
}
