package dev.rubedo.migrate.script;

import dev.rubedo.migrate.error.RevisionSourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Changes the revisions that the header of a revision names, and leaves the rest of the source unchanged. Stateless.
 */
final class HeaderEditor {
    private static final String VALUE = "\\s*=\\s*(?:\\{[^}]*}|\"(?:[^\"\\\\]|\\\\.)*\")";

    private HeaderEditor() {}

    /** Returns the source of a revision with other down revisions and dependencies. */
    static String edited(Path file, String text, List<String> downRevisions, List<String> dependsOn) {
        if (!file.toString().endsWith(".java")) {
            return sql(sql(text, "down", downRevisions), "depends", dependsOn);
        }
        var annotation = ScriptHeader.ANNOTATION.matcher(text);
        int open = annotation.find() ? annotation.end() - 1 : -1;
        int close = open < 0 ? -1 : JavaScan.closing(text, open);
        if (close < 0) {
            throw new RevisionSourceException(file.toString(), "the annotation @Revision is missing. Add it.");
        }
        var attributes = attribute(text.substring(open + 1, close), "downRevision", downRevisions);
        return text.substring(0, open + 1) + attribute(attributes, "dependsOn", dependsOn) + text.substring(close);
    }

    private static String attribute(String attributes, String name, List<String> values) {
        var written = values.size() == 1 ? quoted(values.get(0))
                : values.stream().map(HeaderEditor::quoted).collect(Collectors.joining(", ", "{", "}"));
        var present = Pattern.compile("\\b" + name + VALUE).matcher(attributes);
        if (present.find()) {
            return values.isEmpty()
                    ? attributes.replaceFirst(",\\s*" + name + VALUE, "").replaceFirst(name + VALUE + "\\s*,\\s*", "")
                    : present.replaceFirst(Matcher.quoteReplacement(name + " = " + written));
        }
        return values.isEmpty() ? attributes
                : attributes.replaceFirst("(?s)(\\bid\\s*=\\s*\"[^\"]*\")",
                        "$1" + Matcher.quoteReplacement(", " + name + " = " + written));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String sql(String text, String name, List<String> values) {
        var line = "-- rubedo: " + name + " " + String.join(", ", values);
        var present = Pattern.compile("(?m)^\\s*--\\s*rubedo:\\s*" + name + "\\b.*(\\R|$)").matcher(text);
        if (present.find()) {
            return present.replaceFirst(Matcher.quoteReplacement(values.isEmpty() ? "" : line + "\n"));
        }
        return values.isEmpty() ? text
                : text.replaceFirst("(?m)^(\\s*--\\s*rubedo:\\s*revision\\b.*)$",
                        "$1\n" + Matcher.quoteReplacement(line));
    }
}
