package dev.rubedo.migrate.command;

import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.script.Script;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Writes revisions as human-readable lines. Immutable. */
final class ScriptLines {
    private final ScriptDirectory directory;
    private final RevisionMap map;
    private final Collection<String> current;

    ScriptLines(ScriptDirectory directory, Collection<String> current) {
        this.directory = directory;
        this.map = directory.map();
        this.current = current;
    }

    /** Returns the id with notes about the revision. */
    String marked(String id) {
        var script = directory.script(id);
        var marks = new ArrayList<String>();
        var labels = new TreeSet<>(map.branchLabels(id));
        if (!labels.isEmpty()) {
            marks.add("(" + String.join(", ", labels) + ")");
        }
        if (map.heads().contains(id)) {
            marks.add(map.effectiveHeads().contains(id) ? "(head)" : "(head, but others depend on it)");
        }
        if (map.isBranchPoint(id)) {
            marks.add("(branchpoint)");
        }
        if (script.node().isMerge()) {
            marks.add("(mergepoint)");
        }
        if (current.contains(id)) {
            marks.add("(current)");
        }
        return marks.isEmpty() ? id : id + " " + String.join(" ", marks);
    }

    /** Returns the id and message. */
    String brief(String id) {
        var message = directory.script(id).message();
        return marked(id) + (message.isEmpty() ? "" : ", " + message);
    }

    /** Returns the revisions that it follows, its id and its message. */
    String step(String id) {
        return down(directory.script(id)) + " -> " + brief(id);
    }

    private static String down(Script script) {
        return script.node().isBase() ? "<base>" : String.join(", ", script.node().downRevisions());
    }

    /** Returns all details of the revision. */
    List<String> full(String id) {
        var script = directory.script(id);
        var lines = new ArrayList<String>();
        lines.add("Rev: " + marked(id));
        lines.add((script.node().isMerge() ? "Merges: " : "Parent: ") + down(script));
        if (!map.dependencies(id).isEmpty()) {
            lines.add("Also depends on: " + String.join(", ", map.dependencies(id)));
        }
        if (map.isBranchPoint(id)) {
            lines.add("Branches into: " + String.join(", ", map.next(id)));
        }
        lines.add("Path: " + script.file());
        if (!script.created().isEmpty()) {
            lines.add("Created: " + script.created());
        }
        lines.add("");
        lines.add("    " + (script.message().isEmpty() ? "(no message)" : script.message()));
        lines.add("");
        return lines;
    }
}
