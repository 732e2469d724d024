package dev.rubedo.compile;

import dev.rubedo.error.CompileException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.sql.JsonAccess;
import java.util.Locale;

/** A renderer of paths into JSON documents. Immutable. */
public final class JsonPaths {

    private JsonPaths() {}

    /** Returns the path in the syntax of SQLite: {@code $."name"[2]}. */
    public static String of(JsonAccess<?> access) {
        var path = new StringBuilder("$");
        for (var step : access.path()) {
            if (step instanceof Integer position) {
                path.append(position < 0 ? "[#" : "[").append(position).append(']');
            } else {
                path.append(".\"").append(step.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return path.toString();
    }

    /**
     * Returns the path in the syntax of MySQL and MariaDB: as {@link #of}, with control characters as JSON escapes,
     * because MariaDB compares a key with the text of the document.
     *
     * @param bareHyphens whether a key that begins with a hyphen is written without quotes, because MariaDB does not
     *     find it in quotes
     */
    public static String escaped(JsonAccess<?> access, boolean bareHyphens) {
        var path = new StringBuilder("$");
        for (var step : access.path()) {
            if (step instanceof Integer position) {
                path.append('[').append(position < 0 ? "last" + (position < -1 ? position + 1 : "") : position)
                        .append(']');
            } else if (bareHyphens && step.toString().startsWith("-")) {
                path.append('.').append(bare(step.toString()));
            } else {
                key(step.toString(), path.append(".\"")).append('"');
            }
        }
        return path.toString();
    }

    private static String bare(String key) {
        if (!key.matches("[\\w-]+")) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT,
                    "MariaDB finds a JSON key that begins with a hyphen only "
                            + "if it has letters, digits, hyphens and underscores, and \"" + key
                            + "\" has others. Rename the key.");
        }
        return key;
    }

    private static StringBuilder key(String key, StringBuilder path) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '"' || c == '\\') {
                path.append('\\').append(c);
            } else if (c < ' ') {
                int known = "\b\f\n\r\t".indexOf(c);
                path.append('\\').append(known >= 0 ? "bfnrt".substring(known, known + 1)
                        : String.format(Locale.ROOT, "u%04X", (int) c));
            } else {
                path.append(c);
            }
        }
        return path;
    }

    /** Returns the path in the syntax of PostgreSQL: {@code {"name",2}}. */
    public static String asArray(JsonAccess<?> access) {
        var path = new StringBuilder("{");
        for (var step : access.path()) {
            path.append(path.length() == 1 ? "" : ",");
            if (step instanceof Integer position) {
                path.append(position);
            } else {
                path.append('"').append(step.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        }
        return path.append('}').toString();
    }
}
