package dev.rubedo.migrate.script;

import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the position of a revision in the graph from its source, without compiling it. Stateless. */
final class ScriptHeader {
    private static final Set<String> ATTRIBUTES = Set.of("id", "downRevision", "message", "created", "branchLabels",
            "dependsOn", "replaces");
    private static final Pattern SQL_LINE = Pattern.compile("--\\s*rubedo:\\s*(\\w+)\\s*(.*)");
    static final Pattern ANNOTATION = Pattern.compile("(?m)^\\s*@Revision\\s*\\(");
    private static final Pattern MIGRATION = Pattern
            .compile("(?m)^\\s*(?!.*\\babstract\\b)(?!\\s*[/*]).*\\bclass\\s+\\w+\\s+implements\\s+Migration\\b");

    private static final String NAME = "@Revision";

    private ScriptHeader() {}

    /** Returns the revision in a file; empty if the file does not contain one. */
    static Optional<Script> read(Path file, String text) {
        return file.toString().endsWith(".java") ? java(file, text) : sql(file, text);
    }

    private static Optional<Script> java(Path file, String text) {
        int attributes = attributes(text);
        if (attributes < 0 && MIGRATION.matcher(text).find()) {
            throw new RevisionSourceException(file.toString(),
                    "it implements Migration, but is not a revision: start a line "
                            + "before the class with @Revision(id = \"...\"), or make the class abstract.");
        }
        return attributes < 0 ? Optional.empty()
                : Optional.of(script(file, new Attributes(file, text, attributes).read()));
    }

    /**
     * Looks for {@link #ANNOTATION} without a regular expression, which would take most of the time when many files are
     * read.
     */
    private static int attributes(String text) {
        for (int at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + 1)) {
            int line = text.lastIndexOf('\n', at) + 1;
            int open = at + NAME.length();
            while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
                open++;
            }
            if (text.substring(line, at).isBlank() && open < text.length() && text.charAt(open) == '(') {
                return open + 1;
            }
        }
        return -1;
    }

    private static Optional<Script> sql(Path file, String text) {
        var found = new HashMap<String, List<String>>();
        for (var line : text.lines().toList()) {
            var header = SQL_LINE.matcher(line.strip());
            if (header.matches()) {
                var words = header.group(2).strip();
                switch (header.group(1)) {
                    case "revision" -> found.put("id", List.of(words));
                    case "down" -> found.put("downRevision", list(words));
                    case "message" -> found.put("message", List.of(words));
                    case "created" -> found.put("created", List.of(words));
                    case "labels" -> found.put("branchLabels", list(words));
                    case "depends" -> found.put("dependsOn", list(words));
                    case "replaces" -> found.put("replaces", list(words));
                    case "irreversible" -> found.put("irreversible", List.of(words));
                    case "allow" -> found.put("allow", List.of(words));
                    default -> throw new RevisionSourceException(file.toString(), "the header \"" + line.strip()
                            + "\" is unknown. Use revision, down, message, created, labels, depends, replaces, allow and irreversible.");
                }
            }
        }
        if (found.isEmpty()) {
            throw new RevisionSourceException(file.toString(), "it has no header. Start it with the line \"-- rubedo: "
                    + "revision ID\", or move it out of the revisions directory.");
        }
        return Optional.of(script(file, found));
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split("\\s*,\\s*|\\s+"));
    }

    private static Script script(Path file, Map<String, List<String>> found) {
        var id = String.join("", found.getOrDefault("id", List.of()));
        if (id.isEmpty()) {
            throw new RevisionSourceException(file.toString(), "the revision has no id. Add it to its header.");
        }
        var node = new RevisionNode(id, found.getOrDefault("downRevision", List.of()),
                found.getOrDefault("dependsOn", List.of()), found.getOrDefault("branchLabels", List.of()),
                String.valueOf(file.getFileName()));
        return new Script(node, String.join("", found.getOrDefault("message", List.of())),
                String.join("", found.getOrDefault("created", List.of())), file,
                found.getOrDefault("replaces", List.of()), found.containsKey("irreversible"));
    }

    /** The attributes of an annotation in Java source. Confined to one thread at a time. */
    private static final class Attributes {
        private final Path file;
        private final String text;
        private int place;

        private Attributes(Path file, String text, int place) {
            this.file = file;
            this.text = text;
            this.place = place;
        }

        private Map<String, List<String>> read() {
            var found = new HashMap<String, List<String>>();
            while (true) {
                char next = next();
                if (next == ')') {
                    return found;
                }
                if (next == ',') {
                    continue;
                }
                int start = place - 1;
                while (place < text.length() && Character.isJavaIdentifierPart(text.charAt(place))) {
                    place++;
                }
                var name = text.substring(start, place);
                if (!ATTRIBUTES.contains(name) || next() != '=') {
                    throw wrong();
                }
                found.put(name, value());
            }
        }

        private List<String> value() {
            char next = next();
            if (next == '"') {
                return List.of(string());
            }
            if (next != '{') {
                throw wrong();
            }
            var values = new ArrayList<String>();
            while (true) {
                next = next();
                if (next == '}') {
                    return values;
                }
                if (next == '"') {
                    values.add(string());
                } else if (next != ',') {
                    throw wrong();
                }
            }
        }

        private String string() {
            var value = new StringBuilder();
            while (place < text.length() && text.charAt(place) != '"') {
                char c = text.charAt(place++);
                if (c == '\\' && place < text.length()) {
                    c = text.charAt(place++);
                    c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
                }
                value.append(c);
            }
            place++;
            return value.toString();
        }

        private char next() {
            while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
                place++;
            }
            if (place >= text.length()) {
                throw wrong();
            }
            return text.charAt(place++);
        }

        private RevisionSourceException wrong() {
            long line = text.substring(0, Math.min(place, text.length())).lines().count();
            return new RevisionSourceException(file + ":" + line,
                    "the annotation @Revision cannot be parsed. Write its "
                            + "attributes " + new java.util.TreeSet<>(ATTRIBUTES)
                            + " as quoted strings, or arrays of them.");
        }
    }
}
