package dev.rubedo.generate;

import java.util.ArrayList;
import java.util.List;

/** Breaks long lines before a call or an argument. Stateless. */
final class LineBreaks {
    private static final String CONTINUED = "        ";

    private LineBreaks() {}

    /** Returns a line, split into several if necessary. Parts without a position to break at stay longer. */
    static String of(String line, int width) {
        if (line.length() <= width || line.strip().startsWith("*") || line.strip().startsWith("//")
                || line.startsWith("import ")) {
            return line;
        }
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        var out = new ArrayList<String>();
        var rest = line;
        while (rest.length() > width) {
            int at = lastPlace(rest, width, indent.length() + (out.isEmpty() ? 0 : CONTINUED.length()));
            if (at < 0) {
                break;
            }
            out.add(rest.substring(0, at).stripTrailing());
            rest = indent + CONTINUED + rest.substring(at).stripLeading();
        }
        out.add(rest);
        return String.join("\n", out);
    }

    /**
     * Returns the last position outside quotes that is within the limit: after a comma, or before the dot of a call.
     */
    private static int lastPlace(String line, int width, int start) {
        var places = new ArrayList<Integer>();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\\' && isQuoted) {
                i++;
            } else if (letter == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && i > start && isPlace(line, i)) {
                places.add(i);
            }
        }
        return last(places, width);
    }

    private static boolean isPlace(String line, int i) {
        return line.charAt(i) == ' ' && line.charAt(i - 1) == ','
                || line.charAt(i) == ' ' && line.charAt(i - 1) == '=' && line.endsWith(";")
                || line.charAt(i) == '.' && line.charAt(i - 1) == ')';
    }

    private static int last(List<Integer> places, int width) {
        int found = -1;
        for (int place : places) {
            if (place <= width || found < 0) {
                found = place;
            }
        }
        return found;
    }
}
