package dev.rubedo.engine;

/** The amount of output that an engine writes to its log; each constant includes the preceding ones. Immutable. */
public enum Echo {
    /** Nothing. */
    NONE,
    /** The SQL of each statement, and the beginnings and ends of transactions. */
    SQL,
    /** The SQL and the parameter values. Errors then show values, too, unless they are hidden. */
    PARAMETERS,
    /** The SQL, the parameter values, and the values of result rows as they are read. */
    ROWS
}
