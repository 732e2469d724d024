package dev.rubedo.migrate.script;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes reports as JSON, indented by two spaces. Stateless. */
public final class JsonWriter {
    private JsonWriter() {}

    /**
     * Returns a document.
     *
     * @param value strings, numbers, booleans, maps with strings as keys, collections of these, or null
     */
    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        append(value, "", out);
        return out.toString();
    }

    private static void append(@Nullable Object value, String indent, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(number);
            case Map<?, ?> map -> object(map, indent, out);
            case Collection<?> list -> array(list, indent, out);
            default -> text(value.toString(), out);
        }
    }

    private static void object(Map<?, ?> map, String indent, StringBuilder out) {
        var separator = "";
        out.append('{');
        for (var entry : map.entrySet()) {
            out.append(separator).append('\n').append(indent).append("  ");
            text(String.valueOf(entry.getKey()), out);
            append(entry.getValue(), indent + "  ", out.append(": "));
            separator = ",";
        }
        out.append(map.isEmpty() ? "}" : "\n" + indent + "}");
    }

    private static void array(Collection<?> list, String indent, StringBuilder out) {
        var separator = "";
        out.append('[');
        for (var value : list) {
            append(value, indent + "  ", out.append(separator).append('\n').append(indent).append("  "));
            separator = ",";
        }
        out.append(list.isEmpty() ? "]" : "\n" + indent + "]");
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
