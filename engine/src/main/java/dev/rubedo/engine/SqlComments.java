package dev.rubedo.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Comments that an engine appends to each statement, so that the logs and statistics of the database show which
 * application, or which trace, sent it: {@code /*application='shop',traceparent='00-...'*}{@code /}, in the format of
 * sqlcommenter. Values are percent-encoded, so that none can end the comment.
 *
 * <p>Compiled statements are cached without comments. Prepared statements are cached by their whole text, though: a
 * value that varies, such as a trace, makes the engine and the driver prepare the statement again for each value.
 * Constant values cost nothing. Immutable; suppliers must be thread-safe.
 */
public final class SqlComments {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private final Map<String, Supplier<? extends @Nullable String>> values;
    private final Set<String> varying;
    private final String constant;

    private SqlComments(Map<String, Supplier<? extends @Nullable String>> values, Set<String> varying) {
        this.values = values;
        this.varying = varying;
        this.constant = isVaried() ? "" : written();
    }

    /**
     * Returns comments with one constant value.
     *
     * @param name letters, digits and {@code _}
     * @param value any text
     * @throws IllegalArgumentException if the name contains other characters
     */
    public static SqlComments of(String name, String value) {
        return new SqlComments(Map.of(), Set.of()).with(name, value);
    }

    /**
     * Returns comments with one variable value.
     *
     * @param name letters, digits and {@code _}
     * @param value called for each statement on the thread that executes it; null omits the value
     * @throws IllegalArgumentException if the name contains other characters
     */
    public static SqlComments of(String name, Supplier<? extends @Nullable String> value) {
        return new SqlComments(Map.of(), Set.of()).with(name, value);
    }

    /** Returns these comments with another constant value, which replaces one with the same name. */
    public SqlComments with(String name, String value) {
        Objects.requireNonNull(value, "value");
        return with(name, () -> value, false);
    }

    /** Returns these comments with another variable value, which replaces one with the same name. */
    public SqlComments with(String name, Supplier<? extends @Nullable String> value) {
        return with(name, Objects.requireNonNull(value, "value"), true);
    }

    private SqlComments with(String name, Supplier<? extends @Nullable String> value, boolean varies) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name
                    + "\" cannot be the name of a value in a comment. Use letters, digits and _.");
        }
        var changed = new TreeMap<>(values);
        changed.put(name, value);
        var names = new TreeSet<>(varying);
        if (varies) {
            names.add(name);
        } else {
            names.remove(name);
        }
        return new SqlComments(changed, names);
    }

    /** Returns whether the text may differ from one execution to the next. */
    boolean isVaried() {
        return !varying.isEmpty();
    }

    /** Returns the comment for a statement that is executed now, with a leading space; empty if there is no value. */
    String text() {
        return isVaried() ? written() : constant;
    }

    private String written() {
        var text = new StringBuilder();
        values.forEach((name, value) -> {
            String now = value.get();
            if (now != null) {
                text.append(text.isEmpty() ? " /*" : ",").append(name).append("='");
                encode(now, text);
                text.append('\'');
            }
        });
        return text.isEmpty() ? "" : text.append("*/").toString();
    }

    /** Writes a percent-encoded text; only letters, digits and {@code - . _} are unchanged. */
    private static void encode(String value, StringBuilder out) {
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || "-._".indexOf(character) >= 0)) {
                out.append(character);
            } else {
                out.append('%').append(HEXADECIMAL.charAt(character >> 4)).append(HEXADECIMAL.charAt(character & 15));
            }
        }
    }

    @Override
    public String toString() {
        return "SqlComments" + values.keySet();
    }
}
