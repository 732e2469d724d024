package dev.rubedo.migrate.script;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader for the subset of TOML that the settings need: tables, keys with strings, integers, booleans and arrays of
 * strings, and comments. Anything else is rejected, with its line number. Confined to one thread at a time.
 */
final class TomlReader {
    private final String file;
    private final List<String> lines;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int number;

    /**
     * A value and its line.
     *
     * @param value a String, a Long, a Boolean or a List of strings
     * @param line its line number, starting at 1
     */
    record Entry(Object value, int line) {}

    private TomlReader(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /**
     * Returns the values by their full keys, as {@code table.key}.
     *
     * @param file the name of the file, for messages
     * @param text its text
     * @throws MigrationException if the text cannot be parsed; the message names the line
     */
    static Map<String, Entry> read(String file, String text) {
        var reader = new TomlReader(file, text);
        reader.read();
        return reader.entries;
    }

    private void read() {
        var table = "";
        while (number < lines.size()) {
            var line = lines.get(number++).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                var header = withoutComment(line);
                if (!header.matches("\\[[\\w-]+(\\.[\\w-]+)*]")) {
                    throw wrong("the table header \"" + header + "\" is invalid");
                }
                table = header.substring(1, header.length() - 1) + ".";
                continue;
            }
            int equals = line.indexOf('=');
            var key = equals < 0 ? "" : line.substring(0, equals).strip();
            if (!key.matches("[\\w-]+(\\.[\\w-]+)*")) {
                throw wrong("\"" + line + "\" is neither a table nor \"key = value\"");
            }
            int at = number;
            var value = value(key, line.substring(equals + 1).strip());
            if (entries.put(table + key, new Entry(value, at)) != null) {
                throw wrong("the key \"" + table + key + "\" is defined twice");
            }
        }
    }

    private String withoutComment(String line) {
        int comment = line.indexOf('#');
        return comment < 0 ? line : line.substring(0, comment).strip();
    }

    private Object value(String key, String text) {
        var cursor = new Cursor(text);
        Object value = value(key, cursor);
        cursor.skip();
        if (!cursor.isAtEnd() && cursor.peek() != '#') {
            throw wrong("the value of \"" + key + "\" is followed by \"" + cursor.rest() + "\"");
        }
        return value;
    }

    private Object value(String key, Cursor cursor) {
        cursor.skip();
        if (cursor.isAtEnd()) {
            throw wrong("the key \"" + key + "\" has no value");
        }
        char first = cursor.peek();
        if (first == '"' || first == '\'') {
            return string(key, cursor);
        }
        if (first == '[') {
            return array(key, cursor);
        }
        var word = cursor.word();
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        if (word.matches("[+-]?\\d{1,18}")) {
            return Long.valueOf(word);
        }
        throw wrong("the value of \"" + key + "\" is \"" + word
                + "\": write a quoted string, an integer, true, false or an array of strings");
    }

    private List<String> array(String key, Cursor cursor) {
        var values = new ArrayList<String>();
        cursor.next();
        while (true) {
            cursor.skip();
            while (cursor.isAtEnd() || cursor.peek() == '#') {
                if (number >= lines.size()) {
                    throw wrong("the array of \"" + key + "\" is not closed");
                }
                cursor.append(lines.get(number++).strip());
                cursor.skip();
            }
            char next = cursor.peek();
            if (next == ']') {
                cursor.next();
                return List.copyOf(values);
            }
            if (next == ',') {
                cursor.next();
            } else if (next == '"' || next == '\'') {
                values.add(string(key, cursor));
            } else {
                throw wrong("the array of \"" + key + "\" may contain only quoted strings");
            }
        }
    }

    private String string(String key, Cursor cursor) {
        char quote = cursor.next();
        var text = new StringBuilder();
        while (true) {
            if (cursor.isAtEnd()) {
                throw wrong("the string of \"" + key + "\" is not closed on its line");
            }
            char c = cursor.next();
            if (c == quote) {
                return text.toString();
            }
            if (c == '\\' && quote == '"') {
                text.append(escaped(key, cursor));
            } else {
                text.append(c);
            }
        }
    }

    private char escaped(String key, Cursor cursor) {
        char c = cursor.isAtEnd() ? ' ' : cursor.next();
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '"' -> '"';
            case '\\' -> '\\';
            default -> throw wrong("the string of \"" + key + "\" contains the unknown escape \\" + c
                    + "; use single quotes for a string with backslashes");
        };
    }

    private MigrationException wrong(String what) {
        return new MigrationException(ErrorCode.CONFIGURATION, file + ", line " + number + ": " + what + ".", null);
    }

    /** A position in a line. Confined to one thread at a time. */
    private static final class Cursor {
        private String text;
        private int place;

        private Cursor(String text) {
            this.text = text;
        }

        private void append(String line) {
            text = line;
            place = 0;
        }

        private void skip() {
            while (!isAtEnd() && Character.isWhitespace(peek())) {
                place++;
            }
        }

        private boolean isAtEnd() {
            return place >= text.length();
        }

        private char peek() {
            return text.charAt(place);
        }

        private char next() {
            return text.charAt(place++);
        }

        private String rest() {
            return text.substring(place);
        }

        private String word() {
            int start = place;
            while (!isAtEnd() && !Character.isWhitespace(peek()) && peek() != '#') {
                place++;
            }
            return text.substring(start, place);
        }
    }
}
