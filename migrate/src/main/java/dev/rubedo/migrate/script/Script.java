package dev.rubedo.migrate.script;

import dev.rubedo.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A revision in a file. Immutable.
 *
 * @param node its position in the graph
 * @param message the message; empty for none
 * @param created the time of its creation, as written in the file; empty if unknown
 * @param file the file
 * @param replaces the ids of the revisions that it replaces, in order; empty unless the command {@code squash} created
 *     it
 * @param isIrreversible whether its header marks it as irreversible; Java source uses an annotation instead
 */
public record Script(RevisionNode node, String message, String created, Path file, List<String> replaces,
        boolean isIrreversible) {
    /** Checks the components. */
    public Script {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(file, "file");
        replaces = List.copyOf(replaces);
    }

    /** Returns the id. */
    public String id() {
        return node.id();
    }

    /**
     * Returns this revision in its compiled form: its location is the name of a class or a resource instead of a file.
     */
    Script at(String place) {
        return new Script(
                new RevisionNode(node.id(), node.downRevisions(), node.dependsOn(), node.branchLabels(), place),
                message, created, Path.of(place), replaces, isIrreversible);
    }

    /** Returns whether the file is Java source; otherwise it is SQL. */
    public boolean isJava() {
        return file.toString().endsWith(".java");
    }
}
