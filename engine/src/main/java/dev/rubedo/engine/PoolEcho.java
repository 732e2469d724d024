package dev.rubedo.engine;

/** What an engine's pool writes to its log, each constant more than the one before. Immutable. */
public enum PoolEcho {
    /** Nothing. */
    NONE,
    /** Connections that are opened, found unusable or closed. */
    CHANGES,
    /** In addition, each check-out and check-in. */
    USES
}
