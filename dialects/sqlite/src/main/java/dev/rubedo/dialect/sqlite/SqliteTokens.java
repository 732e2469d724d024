package dev.rubedo.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fragment of the SQL that SQLite stores for a table or index, as tokens without comments. Immutable.
 *
 * @param sql the SQL
 * @param tokens its words, quoted names, string literals and symbols, in order
 */
record SqliteTokens(String sql, List<Token> tokens) {

    // in bare names, SQLite treats every non-ASCII character as a letter
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)\\s+|--[^\\n]*|/\\*.*?(?:\\*/|$)|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*]|[\\w$[^\\x00-\\x7f]]+|.");

    SqliteTokens {
        tokens = List.copyOf(tokens);
    }

    /** Splits SQL into tokens. */
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

    /** Returns the fragment from one token up to another. */
    SqliteTokens between(int from, int to) {
        if (from >= to) {
            return of("");
        }
        return of(sql.substring(tokens.get(from).start(), to < tokens.size() ? tokens.get(to).start() : sql.length()));
    }

    /** Returns the index of the next occurrence of one of some words outside parentheses, or -1. */
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

    /** Returns whether these words are at an index. */
    boolean isAt(int place, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (place < 0 || place + i >= tokens.size() || !tokens.get(place + i).text().equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the name at an index, without its quotes. */
    String name(int place) {
        return place >= 0 && place < tokens.size() ? unquoted(tokens.get(place).text()) : "";
    }

    /** Returns the content of the parentheses that open at an index. */
    SqliteTokens inside(int open) {
        return between(open + 1, find(open, ")"));
    }

    /** Returns the fragments between the commas outside parentheses. */
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
     * A word or symbol. Immutable.
     *
     * @param text the text as written
     * @param start the index of its first character
     * @param depth the number of enclosing parentheses; a parenthesis does not enclose itself
     */
    record Token(String text, int start, int depth) {}
}
