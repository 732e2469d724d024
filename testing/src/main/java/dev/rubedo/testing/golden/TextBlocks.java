package dev.rubedo.testing.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one method call in Java source, each a string or a text block, and their replacement. Immutable.
 */
final class TextBlocks {

    private static final String QUOTES = "\"\"\"";

    private final String source;
    private final int begin;
    private final int end;

    private TextBlocks(String source, int begin, int end) {
        this.source = source;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Finds the arguments of the first call of a method at or after a line.
     *
     * @param line the line, from 1
     * @throws IllegalArgumentException if there is none, or if an argument is not a string
     */
    static TextBlocks of(String source, String method, int line) {
        int from = 0;
        for (int skipped = 1; skipped < line; skipped++) {
            from = source.indexOf('\n', from) + 1;
        }
        int call = source.indexOf("." + method + "(", from);
        if (call < 0) {
            throw new IllegalArgumentException("line " + line + " has no call of " + method);
        }
        int begin = call + method.length() + 2;
        int position = begin;
        while (source.charAt(position) != ')') {
            char c = source.charAt(position);
            if (source.startsWith(QUOTES, position)) {
                position = closing(source, position + 3, QUOTES) + 3;
            } else if (c == '"') {
                position = closing(source, position + 1, "\"") + 1;
            } else if (Character.isWhitespace(c) || c == ',') {
                position++;
            } else {
                throw new IllegalArgumentException("line " + line + ": only strings and text blocks can be rewritten");
            }
        }
        return new TextBlocks(source, begin, position);
    }

    /** Returns the source with these texts as the arguments, each a text block. */
    String replacedBy(List<String> texts) {
        String indent = indentOfLine(begin) + "    ";
        var blocks = new ArrayList<String>();
        for (String text : texts) {
            var block = new StringBuilder("\n" + indent + QUOTES + "\n");
            text.strip().lines().forEach(line -> block.append(indent).append(escaped(line)).append('\n'));
            blocks.add(block + indent + QUOTES);
        }
        return source.substring(0, begin) + String.join(",", blocks) + source.substring(end);
    }

    private String indentOfLine(int position) {
        int start = source.lastIndexOf('\n', position - 1) + 1;
        int length = 0;
        while (source.charAt(start + length) == ' ') {
            length++;
        }
        return " ".repeat(length);
    }

    private static int closing(String source, int from, String quotes) {
        int position = from;
        while (!source.startsWith(quotes, position)) {
            position += source.charAt(position) == '\\' ? 2 : 1;
        }
        return position;
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace(QUOTES, "\\" + QUOTES);
    }
}
