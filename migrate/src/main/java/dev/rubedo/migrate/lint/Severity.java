package dev.rubedo.migrate.lint;

/** The severity of a finding. Immutable. */
public enum Severity {
    /** The change can lose data, stop the application, or make the revision fail. */
    ERROR,
    /** The change is probably not intended. */
    WARNING,
    /** The finding is for information. */
    NOTE
}
