package dev.rubedo.maven;

import java.util.ArrayList;
import java.util.List;

/** Splits a line of arguments at spaces outside quotes. Stateless. */
final class ArgumentLine {
    private ArgumentLine() {}

    /**
     * Returns the arguments.
     *
     * @param line the line, such as {@code --autogenerate -m 'create users'}
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> split(String line) {
        var arguments = new ArrayList<String>();
        var current = new StringBuilder();
        boolean isBegun = false;
        char quote = 0;
        for (char c : line.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    current.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                isBegun = true;
            } else if (Character.isWhitespace(c)) {
                if (isBegun) {
                    arguments.add(current.toString());
                    current.setLength(0);
                    isBegun = false;
                }
            } else {
                current.append(c);
                isBegun = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("Unclosed quote " + quote + " in: " + line);
        }
        if (isBegun) {
            arguments.add(current.toString());
        }
        return arguments;
    }
}
