package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.operation.DowngradeOperations;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.operation.UpgradeOperations;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The command {@code squash}, which replaces a line of revisions with one equivalent revision. Their files are moved to
 * the directory {@code replaced}: databases that record one of them apply the remaining ones, and then treat the new
 * one as applied. Immutable.
 *
 * @param range the first and the last revision, as {@code from:to}
 * @param message the message; empty for none
 * @param id the id; empty to generate one
 */
public record SquashCommand(String range, String message, String id) implements MigrationCommand {
    /** Checks the components. */
    public SquashCommand {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(id, "id");
        var ends = RevisionRange.parse(range);
        if (ends.from().isEmpty() || ends.to().isEmpty()) {
            throw new RevisionException(
                    "\"" + range + "\" must name the first and the last revision, as in \"ab12:cd34\".");
        }
    }

    @Override
    public void run(CommandContext context) {
        context.requireHooks();
        var directory = context.directory();
        var ends = RevisionRange.parse(range);
        var map = directory.map();
        var replaced = line(map, map.require(ends.from()), map.require(ends.to()));
        var first = replaced.get(0);
        var labels = new ArrayList<String>();
        replaced.forEach(node -> labels.addAll(node.branchLabels()));
        var dependencies = replaced.stream().flatMap(node -> node.dependsOn().stream()).distinct().toList();
        var script = new MigrationScript(id.isEmpty() ? directory.newId() : id, message, first.downRevisions(), labels,
                dependencies, new UpgradeOperations(List.of()), new DowngradeOperations(List.of()), List.of());
        var ids = replaced.stream().map(RevisionNode::id).toList();
        var file = directory.squash(script, ids);
        context.print("Created " + file);
        ids.forEach(each -> context.print("Moved " + each + " to " + context.config().replacedDirectory()));
        context.print("Keep these files until every database has passed \"" + ids.get(ids.size() - 1) + "\".");
        context.afterWrite(file);
    }

    /** Returns the revisions from one to another, each of which is followed only by the next. */
    private static List<RevisionNode> line(RevisionMap map, RevisionNode first, RevisionNode last) {
        var line = new ArrayList<RevisionNode>();
        for (var node = first;; node = map.require(map.next(node.id()).get(0))) {
            line.add(node);
            if (node.equals(last)) {
                break;
            }
            if (map.next(node.id()).size() != 1) {
                throw new RevisionException("The revisions from \"" + first.id() + "\" to \"" + last.id()
                        + "\" are not a single line: "
                        + (map.next(node.id()).isEmpty() ? "it ends at \"" : "it branches at \"")
                        + node.id() + "\". Specify a part without branches.");
            }
        }
        for (var node : line.subList(1, line.size())) {
            if (node.isMerge()) {
                throw new RevisionException("Revision \"" + node.id() + "\" merges branches, so it cannot be in the "
                        + "middle of a replaced line. Begin with it, or end before it.");
            }
        }
        for (var node : line.subList(0, line.size() - 1)) {
            map.revisions().stream().filter(other -> map.dependencies(other.id()).contains(node.id())).findFirst()
                    .ifPresent(other -> {
                        throw new RevisionException("Revision \"" + other.id() + "\" depends on \"" + node.id()
                                + "\", which cannot be in the middle of a replaced line. End with \"" + node.id()
                                + "\".");
                    });
        }
        return line;
    }
}
