package dev.rubedo.engine;

/**
 * The amount of output that an engine's pool writes to its log; each constant includes the preceding ones. Immutable.
 */
public enum PoolEcho {
    /** Nothing. */
    NONE,
    /** Connections that are opened, found unusable or closed. */
    CHANGES,
    /** Also each check-out and check-in. */
    USES
}
