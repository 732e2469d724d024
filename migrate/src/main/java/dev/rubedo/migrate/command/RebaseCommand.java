package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.revision.RevisionNode;
import java.util.Collection;
import java.util.Objects;

/**
 * The command {@code rebase}, which moves an unpublished revision, with those that follow it, after another one.
 * Immutable.
 *
 * @param revision a reference to the revision
 * @param onto a reference to the revision that it is to follow
 * @param isOffline whether to skip the check that the database has not applied the revision
 */
public record RebaseCommand(String revision, String onto, boolean isOffline) implements MigrationCommand {
    /** Checks the references. */
    public RebaseCommand {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(onto, "onto");
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var map = directory.map();
        var moved = map.require(revision);
        var target = map.require(onto);
        if (map.range(java.util.List.of(moved.id()), java.util.List.of("heads")).contains(target)) {
            throw new RevisionException("Revision \"" + target.id() + "\" comes after \"" + moved.id()
                    + "\", or is the same. Specify one on another branch.");
        }
        if (moved.isMerge()) {
            throw new RevisionException("Revision \"" + moved.id() + "\" merges " + moved.downRevisions()
                    + ", so it cannot follow only one revision. Rebase the revisions before it.");
        }
        if (!isOffline) {
            context.online(database -> requireNotApplied(moved, map.range(java.util.List.of(moved.id()),
                    java.util.List.of("heads")), database.currentHeads()));
        }
        var file = directory.rewrite(moved.id(), java.util.List.of(target.id()), moved.dependsOn());
        context.directory().writeHeads();
        context.print("Changed " + file + ": \"" + moved.id() + "\" follows \"" + target.id() + "\" instead of "
                + (moved.isBase() ? "<base>" : "\"" + String.join("\", \"", moved.downRevisions()) + "\""));
    }

    private static void requireNotApplied(RevisionNode moved, Collection<RevisionNode> after,
            Collection<String> heads) {
        if (after.stream().anyMatch(node -> heads.contains(node.id()))) {
            throw new MigrationException("The database has applied revision \"" + moved.id()
                    + "\", and would then never apply those that come before it. Undo it there first (downgrade "
                    + moved.id() + "-1), or use merge.");
        }
    }
}
