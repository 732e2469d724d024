package dev.rubedo.migrate.lint;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A finding of a rule in a revision. Immutable.
 *
 * @param code the code of the rule, such as {@code RB107}
 * @param severity how serious it is
 * @param revision the id of the revision
 * @param file the file of the revision
 * @param line the line in the file, from 1; 0 if the finding concerns the whole file
 * @param message what was found, in which table or column, and what to do
 * @param allowed the reason for which the revision allows it; empty if it does not
 */
public record Finding(String code, Severity severity, String revision, Path file, int line, String message,
        String allowed) {
    /** Checks the components. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(allowed, "allowed");
    }

    /** Returns whether this finding makes a check fail. */
    public boolean isFailure() {
        return severity == Severity.ERROR && allowed.isEmpty();
    }
}
