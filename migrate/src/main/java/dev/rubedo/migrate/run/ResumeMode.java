package dev.rubedo.migrate.run;

/**
 * The action to take for a statement that an interrupted run has begun, if it cannot be determined whether it was
 * executed. Immutable.
 */
public enum ResumeMode {
    /** Stop, so that a human can decide. */
    ASK,
    /** Execute it, possibly a second time. */
    REPEAT,
    /** Treat it as executed. */
    SKIP
}
