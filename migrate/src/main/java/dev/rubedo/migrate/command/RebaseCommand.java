package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.revision.RevisionNode;
import java.util.Collection;
import java.util.Objects;

/**
 * Lets a revision that is not published yet follow another one, and with it those after it. Immutable.
 *
 * @param revision a reference to the revision
 * @param onto a reference to the revision that it shall follow
 * @param isOffline whether the database is not asked whether it has applied the revision
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
                    + "\", or is the same. Name one of another branch.");
        }
        if (moved.isMerge()) {
            throw new RevisionException("Revision \"" + moved.id() + "\" merges " + moved.downRevisions()
                    + ", so it cannot follow one revision only. Rebase the revisions before it.");
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
                    + "\", and would never apply those that come before it then. Undo it there first (downgrade "
                    + moved.id() + "-1), or use merge.");
        }
    }
}
