package dev.rubedo.examples.chinook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The statements of a SQL script, in order.
 *
 * <p>
 * Understands quoted text, quoted identifiers and both kinds of comments, which is what the scripts of the store need;
 * it knows no procedural blocks. Immutable.
 */
public final class SqlScript {
    private final String script;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int position;

    private SqlScript(String script) {
        this.script = script;
    }

    /**
     * Returns the statements without their semicolons, leaving out those that select or create a database: the
     * caller has connected to the one that is to be filled.
     */
    public static List<String> statements(String script) {
        return new SqlScript(script).split().stream().filter(SqlScript::isForOneDatabase).toList();
    }

    private static boolean isForOneDatabase(String statement) {
        String start = statement.toUpperCase(Locale.ROOT);
        return !start.startsWith("DROP DATABASE") && !start.startsWith("CREATE DATABASE") && !start.startsWith("USE ")
                && !start.startsWith("\\C ");
    }

    private List<String> split() {
        while (position < script.length()) {
            char c = script.charAt(position);
            if (script.startsWith("/*", position)) {
                position = after("*/");
            } else if (script.startsWith("--", position)) {
                position = after("\n");
            } else if (c == '\'' || c == '"' || c == '`') {
                copyQuoted(c);
            } else if (c == ';') {
                position++;
                finish();
            } else {
                current.append(c);
                position++;
            }
        }
        finish();
        return statements;
    }

    private int after(String end) {
        int found = script.indexOf(end, position);
        return found < 0 ? script.length() : found + end.length();
    }

    /**
     * Copies up to the closing quote; a doubled quote ends one piece and begins the next, which has the same effect.
     */
    private void copyQuoted(char quote) {
        int end = script.indexOf(quote, position + 1);
        if (end < 0) {
            throw new IllegalArgumentException("The script ends within a quotation that begins at character " + position
                    + ". Close it with " + quote + ".");
        }
        current.append(script, position, end + 1);
        position = end + 1;
    }

    private void finish() {
        String statement = current.toString().strip();
        current.setLength(0);
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
    }
}
