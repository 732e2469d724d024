package dev.rubedo.engine;

/** What an engine writes to its log. Immutable. */
public enum Echo {
    /** Nothing. */
    NONE,
    /** The SQL of each statement, and commits and rollbacks. */
    SQL,
    /** The SQL and the parameter values; errors show values too. */
    PARAMETERS
}
