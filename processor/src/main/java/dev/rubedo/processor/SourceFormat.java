package dev.rubedo.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats generated source like hand-written source: short comments on one line, no empty lines between plain fields.
 * Immutable.
 */
final class SourceFormat {

    private static final int WIDTH = 120;
    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/$");
    private static final Pattern PLAIN_FIELD = Pattern
            .compile(" {4}private [^(]*;| {4}private static final int \\w+ = \\d+;");

    private SourceFormat() {}

    static String tidy(String source) {
        return joinFields(shortenComments(source)).replace("} ;\n", "};\n").replace(". @Nullable ", ".@Nullable ")
                .replaceAll("\\{\\n +\\}\\n", "{}\n");
    }

    private static String shortenComments(String source) {
        Matcher matcher = SHORT_COMMENT.matcher(source);
        var out = new StringBuilder();
        while (matcher.find()) {
            String comment = matcher.group(1) + "/** " + matcher.group(2) + " */";
            matcher.appendReplacement(out,
                    Matcher.quoteReplacement(comment.length() <= WIDTH ? comment : matcher.group()));
        }
        return matcher.appendTail(out).toString();
    }

    /** Removes the empty line between two fields of the same kind: two indexes, or two values. */
    private static String joinFields(String source) {
        List<String> lines = source.lines().toList();
        var out = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            boolean between = lines.get(i).isEmpty() && i > 0 && i + 1 < lines.size();
            if (!between || !isPlain(lines.get(i - 1)) || !isPlain(lines.get(i + 1))
                    || isIndex(lines.get(i - 1)) != isIndex(lines.get(i + 1))) {
                out.add(lines.get(i));
            }
        }
        return String.join("\n", out) + "\n";
    }

    private static boolean isPlain(String line) {
        return PLAIN_FIELD.matcher(line).matches();
    }

    private static boolean isIndex(String line) {
        return line.startsWith("    private static final int ");
    }
}
