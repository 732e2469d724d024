package dev.rubedo.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits a script into statements at semicolons outside quotes, comments, dollar-quoted strings and bodies of triggers,
 * procedures and functions. Confined to one thread at a time.
 */
final class SqlSplitter {
    private static final Pattern BODY = Pattern
            .compile(
                    "(?is)^create\\s+(?:or\\s+replace\\s+)?(?:temp(?:orary)?\\s+)?(?:trigger|procedure|function|event)\\b.*\\bbegin\\b.*");
    private static final Pattern END = Pattern.compile("(?is).*\\bend\\s*");

    private final String text;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int place;

    private SqlSplitter(String text) {
        this.text = text;
    }

    static List<String> split(String text) {
        var splitter = new SqlSplitter(text);
        splitter.run();
        return List.copyOf(splitter.statements);
    }

    private void run() {
        while (place < text.length()) {
            char c = text.charAt(place);
            if (c == '\'' || c == '"' || c == '`') {
                quoted(c);
            } else if (text.startsWith("--", place)) {
                until("\n");
            } else if (text.startsWith("/*", place)) {
                place += 2;
                statement.append("/*");
                until("*/");
            } else if (c == '$' && dollarTag() != null) {
                var tag = String.valueOf(dollarTag());
                statement.append(tag);
                place += tag.length();
                until(tag);
            } else if (c == ';' && isEnd()) {
                place++;
                finish();
            } else {
                statement.append(c);
                place++;
            }
        }
        finish();
    }

    private boolean isEnd() {
        var begun = withoutComments(statement.toString()).strip();
        return !BODY.matcher(begun).matches() || END.matcher(begun).matches() && isBalanced(begun);
    }

    /** CASE and nested blocks end with END too. */
    private static boolean isBalanced(String begun) {
        int depth = 0;
        for (var word : begun.toLowerCase(Locale.ROOT).split("\\W+")) {
            depth += word.equals("begin") || word.equals("case") ? 1 : word.equals("end") ? -1 : 0;
        }
        return depth <= 0;
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("(?m)--.*$", "");
    }

    private void quoted(char quote) {
        statement.append(quote);
        place++;
        while (place < text.length()) {
            char c = text.charAt(place++);
            statement.append(c);
            if (c == quote) {
                return;
            }
        }
    }

    private void until(String end) {
        int found = text.indexOf(end, place);
        int stop = found < 0 ? text.length() : found + end.length();
        statement.append(text, place, stop);
        place = stop;
    }

    private @org.jspecify.annotations.Nullable String dollarTag() {
        int end = place + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '$' ? text.substring(place, end + 1) : null;
    }

    private void finish() {
        var sql = statement.toString().strip();
        statement.setLength(0);
        if (!withoutComments(sql).isBlank()) {
            statements.add(sql);
        }
    }
}
