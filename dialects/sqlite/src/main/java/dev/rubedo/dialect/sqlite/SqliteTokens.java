package dev.rubedo.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of the SQL that SQLite keeps of a table or index, in words. Comments are gone. Immutable.
 *
 * @param sql the SQL
 * @param tokens its words, names and texts in quotes, and signs, in order
 */
record SqliteTokens(String sql, List<Token> tokens) {

    // without quotes SQLite takes every character beyond ASCII for a letter
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)\\s+|--[^\\n]*|/\\*.*?(?:\\*/|$)|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*]|[\\w$[^\\x00-\\x7f]]+|.");

    SqliteTokens {
        tokens = List.copyOf(tokens);
    }

    /** Takes SQL apart. */
    static SqliteTokens of(String sql) {
        Matcher match = TOKEN.matcher(sql);
        var tokens = new ArrayList<Token>();
        var text = new StringBuilder();
        int depth = 0;
        while (match.find()) {
            String found = match.group();
            if (found.startsWith("--") || found.startsWith("/*") || found.isBlank()) {
                text.append(text.isEmpty() ? "" : " ");
                continue;
            }
            depth -= found.equals(")") ? 1 : 0;
            tokens.add(new Token(found, text.length(), depth));
            depth += found.equals("(") ? 1 : 0;
            text.append(found);
        }
        return new SqliteTokens(text.toString().strip(), tokens);
    }

    /** Returns the piece from one token up to another. */
    SqliteTokens between(int from, int to) {
        if (from >= to) {
            return of("");
        }
        return of(sql.substring(tokens.get(from).start(), to < tokens.size() ? tokens.get(to).start() : sql.length()));
    }

    /** Returns the place of the next of some words outside of parentheses, or -1. */
    int find(int from, String... words) {
        for (int i = from; i < tokens.size(); i++) {
            for (var word : words) {
                if (tokens.get(i).depth() == 0 && tokens.get(i).text().equalsIgnoreCase(word)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Returns whether these words stand at a place. */
    boolean isAt(int place, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (place < 0 || place + i >= tokens.size() || !tokens.get(place + i).text().equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the name at a place, without its quotes. */
    String name(int place) {
        return place >= 0 && place < tokens.size() ? unquoted(tokens.get(place).text()) : "";
    }

    /** Returns the content of the parentheses that open at a place. */
    SqliteTokens inside(int open) {
        return between(open + 1, find(open, ")"));
    }

    /** Returns the pieces between the commas outside of parentheses. */
    List<SqliteTokens> parts() {
        var parts = new ArrayList<SqliteTokens>();
        int from = 0;
        while (from < tokens.size()) {
            int comma = find(from, ",");
            int end = comma < 0 ? tokens.size() : comma;
            parts.add(between(from, end));
            from = end + 1;
        }
        return parts;
    }

    private static String unquoted(String name) {
        String inside = name.substring(1, Math.max(1, name.length() - 1));
        return switch (name.charAt(0)) {
            case '"' -> inside.replace("\"\"", "\"");
            case '`' -> inside.replace("``", "`");
            case '\'' -> inside.replace("''", "'");
            case '[' -> inside;
            default -> name;
        };
    }

    /**
     * A word or sign. Immutable.
     *
     * @param text as it is written
     * @param start where it starts
     * @param depth how many parentheses it stands in; a parenthesis itself stands outside of its own
     */
    record Token(String text, int start, int depth) {}
}
