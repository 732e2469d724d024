package dev.rubedo.migrate.operation;

import java.util.List;
import java.util.Objects;

/**
 * A revision that is about to be written to a file. Immutable.
 *
 * @param id the id
 * @param message the message; empty for none
 * @param downRevisions the revisions that it follows; none for a base
 * @param branchLabels the labels of the branch that begins with it
 * @param dependsOn ids or labels of other revisions that must be applied before it
 * @param upgrade the operations that apply it
 * @param downgrade the operations that undo it
 * @param imports classes that its source imports in addition to the usual ones
 */
public record MigrationScript(String id, String message, List<String> downRevisions, List<String> branchLabels,
        List<String> dependsOn, UpgradeOperations upgrade, DowngradeOperations downgrade, List<String> imports) {
    /** Checks the components and copies the lists. */
    public MigrationScript {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(upgrade, "upgrade");
        Objects.requireNonNull(downgrade, "downgrade");
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        imports = List.copyOf(imports);
    }

    /**
     * Returns this revision with other operations.
     *
     * @param up the operations that apply it
     * @param down the operations that undo it
     */
    public MigrationScript withOperations(UpgradeOperations up, DowngradeOperations down) {
        return new MigrationScript(id, message, downRevisions, branchLabels, dependsOn, up, down, imports);
    }

    /**
     * Returns this revision with another message.
     *
     * @param other the message
     */
    public MigrationScript withMessage(String other) {
        return new MigrationScript(id, other, downRevisions, branchLabels, dependsOn, upgrade, downgrade, imports);
    }

    /**
     * Returns this revision with another id.
     *
     * @param other the id
     */
    public MigrationScript withId(String other) {
        return new MigrationScript(other, message, downRevisions, branchLabels, dependsOn, upgrade, downgrade, imports);
    }

    /**
     * Returns this revision with other imports.
     *
     * @param others classes that its source imports in addition to the usual ones
     */
    public MigrationScript withImports(List<String> others) {
        return new MigrationScript(id, message, downRevisions, branchLabels, dependsOn, upgrade, downgrade, others);
    }
}
