package dev.rubedo.migrate.lint;

/** How serious a finding is. Immutable. */
public enum Severity {
    /** It can lose data, stop the application, or make the revision fail. */
    ERROR,
    /** It is probably not what is wanted. */
    WARNING,
    /** It is good to know. */
    NOTE
}
