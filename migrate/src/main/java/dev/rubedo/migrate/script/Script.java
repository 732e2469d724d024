package dev.rubedo.migrate.script;

import dev.rubedo.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A revision in a file. Immutable.
 *
 * @param node its place in the graph
 * @param message the message; empty for none
 * @param created when it was created, as written in the file; empty if unknown
 * @param file the file
 */
public record Script(RevisionNode node, String message, String created, Path file) {
    /** Checks the components. */
    public Script {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(file, "file");
    }

    /** Returns the id. */
    public String id() {
        return node.id();
    }

    /** Returns whether the file is Java source; otherwise it is SQL. */
    public boolean isJava() {
        return file.toString().endsWith(".java");
    }
}
