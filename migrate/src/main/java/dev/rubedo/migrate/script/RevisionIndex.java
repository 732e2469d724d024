package dev.rubedo.migrate.script;

import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.revision.RevisionNode;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The index of compiled revisions, a resource next to them with one line per revision, so that the graph can be read
 * without opening hundreds of class files. The command {@code compile} writes it. Stateless.
 */
final class RevisionIndex {
    /** The directory of the index and of revisions in SQL. */
    static final String DIRECTORY = "META-INF/rubedo/";

    /** The name of the resource. */
    static final String RESOURCE = DIRECTORY + "revisions";

    private static final String FORMAT = "rubedo revisions 1";
    private static final int FIELDS = 9;
    private static final String RETIRED = "retired";

    private RevisionIndex() {}

    /**
     * A line of an index.
     *
     * @param script the revision
     * @param isRetired whether the command squash replaced it
     */
    record Entry(Script script, boolean isRetired) {}

    /**
     * Reads the indexes on a class path. The file of each revision is the name of its class, or the resource of its SQL.
     *
     * @param loader finds them
     */
    static List<Entry> read(ClassLoader loader) {
        var found = new ArrayList<Entry>();
        try {
            for (var place : Collections.list(loader.getResources(RESOURCE))) {
                read(place, found);
            }
        } catch (IOException e) {
            throw new RevisionSourceException(RESOURCE, "it cannot be read: " + e.getMessage());
        }
        return found;
    }

    private static void read(URL place, List<Entry> found) throws IOException {
        String text;
        try (var in = place.openStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        int number = 0;
        for (var line : text.split("\n")) {
            var fields = line.split("\t", -1);
            if (number++ == 0 ? !line.equals(FORMAT) : !isEntry(fields)) {
                throw new RevisionSourceException(place + ":" + number,
                        "the line cannot be parsed. Recreate the index with the command compile of this version.");
            }
            if (number > 1) {
                var node = new RevisionNode(fields[1], list(fields[2]), list(fields[3]), list(fields[4]), fields[0]);
                found.add(new Entry(new Script(node, fields[8].translateEscapes(), fields[7], Path.of(fields[0]),
                        list(fields[5]), Boolean.parseBoolean(fields[6])), fields.length > FIELDS));
            }
        }
    }

    private static boolean isEntry(String[] fields) {
        return fields.length == FIELDS || fields.length == FIELDS + 1 && fields[FIELDS].equals(RETIRED);
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    /**
     * Returns the text of an index of revisions whose files are names of classes and resources.
     *
     * @param scripts the revisions
     * @param retired the revisions that the command {@code squash} replaced
     */
    static String text(Collection<Script> scripts, Collection<Script> retired) {
        var text = new StringBuilder(FORMAT).append('\n');
        scripts.forEach(script -> text.append(line(script)).append('\n'));
        retired.forEach(script -> text.append(line(script)).append('\t').append(RETIRED).append('\n'));
        return text.toString();
    }

    private static String line(Script script) {
        var node = script.node();
        return String.join("\t", String.valueOf(script.file()).replace('\\', '/'), node.id(),
                String.join(",", node.downRevisions()), String.join(",", node.dependsOn()),
                String.join(",", node.branchLabels()), String.join(",", script.replaces()),
                String.valueOf(script.isIrreversible()), script.created(), escaped(script.message()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
