package dev.rubedo.migrate.script;

/** Finds brackets in Java source, skipping comments and quoted text. Stateless. */
final class JavaScan {
    private JavaScan() {}

    /**
     * Returns the position of the matching closing bracket; -1 if there is none.
     *
     * @param text the source
     * @param open the position of the opening bracket
     */
    static int closing(String text, int open) {
        int depth = 0;
        int place = open;
        while (place < text.length()) {
            int after = skipped(text, place);
            if (after > place) {
                place = after;
                continue;
            }
            char c = text.charAt(place);
            if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return place;
                }
            }
            place++;
        }
        return -1;
    }

    /**
     * Returns the position of a character outside comments, quotes and brackets; -1 if there is none.
     *
     * @param text the source
     * @param wanted the character
     * @param from the position to start at
     */
    static int find(String text, char wanted, int from) {
        int place = from;
        while (place < text.length()) {
            int after = skipped(text, place);
            if (after > place) {
                place = after;
                continue;
            }
            if (text.charAt(place) == wanted) {
                return place;
            }
            if ("({[".indexOf(text.charAt(place)) >= 0) {
                int end = closing(text, place);
                if (end < 0) {
                    return -1;
                }
                place = end;
            }
            place++;
        }
        return -1;
    }

    /**
     * Returns the source with a simple name replaced, except in comments and quotes, and after a dot, where it names a
     * member.
     *
     * @param text the source
     * @param name the name
     * @param other the new name
     */
    static String renamed(String text, String name, String other) {
        var out = new StringBuilder();
        int place = 0;
        while (place < text.length()) {
            int after = skipped(text, place);
            if (after == place && Character.isJavaIdentifierPart(text.charAt(place))) {
                while (after < text.length() && Character.isJavaIdentifierPart(text.charAt(after))) {
                    after++;
                }
                boolean isMember = place > 0 && text.charAt(place - 1) == '.';
                var word = text.substring(place, after);
                out.append(!isMember && word.equals(name) ? other : word);
            } else {
                after = Math.max(after, place + 1);
                out.append(text, place, after);
            }
            place = after;
        }
        return out.toString();
    }

    /**
     * Returns the position after the comment or quoted text that begins at a position; the same position if none begins
     * there.
     */
    static int skipped(String text, int place) {
        if (text.startsWith("//", place)) {
            return orEnd(text, text.indexOf('\n', place), 0);
        }
        if (text.startsWith("/*", place)) {
            return orEnd(text, text.indexOf("*/", place + 2), 2);
        }
        if (text.startsWith("\"\"\"", place)) {
            int end = place + 3;
            while (end < text.length() && !text.startsWith("\"\"\"", end)) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 3);
        }
        char c = text.charAt(place);
        if (c != '"' && c != '\'') {
            return place;
        }
        int end = place + 1;
        while (end < text.length() && text.charAt(end) != c && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + 1);
    }

    private static int orEnd(String text, int found, int length) {
        return found < 0 ? text.length() : found + length;
    }
}
