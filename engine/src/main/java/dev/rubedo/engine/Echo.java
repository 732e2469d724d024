package dev.rubedo.engine;

/** What an engine writes to its log. Immutable. */
public enum Echo {
    /** Nothing. */
    NONE,
    /** The SQL of each statement, and the ends of transactions. */
    SQL,
    /** The SQL and the values; errors show values too. */
    PARAMETERS
}
