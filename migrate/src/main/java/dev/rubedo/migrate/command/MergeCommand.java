package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.operation.DowngradeOperations;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.operation.UpgradeOperations;
import java.util.List;
import java.util.Objects;

/**
 * The command {@code merge}, which writes a revision that follows several others and joins their branches. Immutable.
 *
 * @param revisions references to them
 * @param message the message; empty for none
 * @param branchLabels the labels of the branch that begins with it
 * @param id the id; empty to generate one
 * @param isSplice whether the revisions may be other revisions than heads
 */
public record MergeCommand(List<String> revisions, String message, List<String> branchLabels, String id,
        boolean isSplice) implements MigrationCommand {
    /** Checks the components and copies the lists. */
    public MergeCommand {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(id, "id");
        revisions = List.copyOf(revisions);
        branchLabels = List.copyOf(branchLabels);
    }

    @Override
    public void run(CommandContext context) {
        context.requireHooks();
        var directory = context.directory();
        var parents = directory.map().parents(revisions, isSplice);
        if (parents.size() < 2) {
            throw new RevisionException("There is nothing to merge: " + revisions + " refers to " + parents
                    + ". Specify at least two revisions, or heads if there are several.");
        }
        RevisionCommand.write(directory, new MigrationScript(id.isEmpty() ? directory.newId() : id, message, parents,
                branchLabels, List.of(), new UpgradeOperations(List.of()), new DowngradeOperations(List.of()),
                List.of()), context);
    }
}
