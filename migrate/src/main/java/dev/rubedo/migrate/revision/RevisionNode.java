package dev.rubedo.migrate.revision;

import dev.rubedo.migrate.error.RevisionCycleException;
import dev.rubedo.migrate.error.RevisionException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A revision as a node of the graph. Immutable.
 *
 * @param id the id
 * @param downRevisions the revisions that it follows: none for a base, several for a merge
 * @param dependsOn ids or branch labels of other revisions that must be applied before it
 * @param branchLabels the labels of the branch that begins with it
 * @param origin the place of its declaration, such as a file, for messages; empty if unknown
 */
public record RevisionNode(String id, List<String> downRevisions, List<String> dependsOn, List<String> branchLabels,
        String origin) {

    private static final Set<String> RESERVED = Set.of("base", "head", "heads", "current");

    /**
     * Checks the components and copies the lists.
     *
     * @throws RevisionException if the id or a label cannot be used in references
     * @throws RevisionCycleException if it follows or depends on itself
     */
    public RevisionNode {
        Objects.requireNonNull(origin, "origin");
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
        requireName("id", id, origin);
        for (var label : branchLabels) {
            requireName("branch label", label, origin);
        }
        if (downRevisions.contains(id)) {
            throw new RevisionCycleException(List.of(id), false);
        }
        if (dependsOn.contains(id)) {
            throw new RevisionCycleException(List.of(id), true);
        }
    }

    /**
     * Returns a revision without dependencies and labels.
     *
     * @param id the id
     * @param downRevisions the revisions that it follows; none for a base
     */
    public static RevisionNode of(String id, String... downRevisions) {
        return new RevisionNode(id, List.of(downRevisions), List.of(), List.of(), "");
    }

    /**
     * Returns this revision with dependencies on others.
     *
     * @param others ids or branch labels
     */
    public RevisionNode dependsOn(String... others) {
        return new RevisionNode(id, downRevisions, List.of(others), branchLabels, origin);
    }

    /**
     * Returns this revision with labels for the branch that begins with it.
     *
     * @param labels the labels
     */
    public RevisionNode labeled(String... labels) {
        return new RevisionNode(id, downRevisions, dependsOn, List.of(labels), origin);
    }

    /** Returns whether it follows no other revision. */
    public boolean isBase() {
        return downRevisions.isEmpty();
    }

    /** Returns whether it follows several revisions. */
    public boolean isMerge() {
        return downRevisions.size() > 1;
    }

    /** Returns the id in quotes, with the origin if it is known. */
    String described() {
        return "\"" + id + "\"" + (origin.isEmpty() ? "" : " (" + origin + ")");
    }

    private static void requireName(String kind, String name, String origin) {
        var where = origin.isEmpty() ? "" : " in " + origin;
        if (name.isBlank()) {
            throw new RevisionException("The " + kind + " of a revision" + where + " is empty. Give it one.");
        }
        if (RESERVED.contains(name)) {
            throw new RevisionException("The " + kind + " \"" + name + "\" of a revision" + where
                    + " is reserved. Choose another one.");
        }
        for (char c : name.toCharArray()) {
            if ("@+-:,".indexOf(c) >= 0 || Character.isWhitespace(c)) {
                throw new RevisionException("The " + kind + " \"" + name + "\" of a revision" + where
                        + " contains the character '" + c + "', which has a meaning in references to revisions. "
                        + "Remove it.");
            }
        }
    }
}
