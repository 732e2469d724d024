package dev.rubedo.compile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A writer of plain values as JSON text: maps, collections, strings, numbers, booleans and null. Objects of other
 * classes are rejected, because only the JSON format of an engine knows how to write them. Stateless.
 */
final class JsonText {

    private JsonText() {}

    /** Returns the document, or null if it contains an object of another class. */
    static @Nullable String of(@Nullable Object value) {
        var out = new StringBuilder();
        return append(value, out) ? out.toString() : null;
    }

    private static boolean append(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case CharSequence text -> string(text, out);
            case BigDecimal number -> out.append(number);
            case Double number when Double.isFinite(number) -> out.append(number);
            case Float number when Float.isFinite(number) -> out.append(number);
            case Long number -> out.append(number);
            case Integer number -> out.append(number);
            case Short number -> out.append(number);
            case Byte number -> out.append(number);
            case BigInteger number -> out.append(number);
            case Map<?, ?> map -> {
                return object(map, out);
            }
            case Collection<?> list -> {
                return array(list, out);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean object(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        boolean isFirst = true;
        for (var entry : map.entrySet()) {
            if (!(entry.getKey() instanceof CharSequence name)) {
                return false;
            }
            string(name, isFirst ? out : out.append(','));
            isFirst = false;
            if (!append(entry.getValue(), out.append(':'))) {
                return false;
            }
        }
        out.append('}');
        return true;
    }

    private static boolean array(Collection<?> list, StringBuilder out) {
        out.append('[');
        boolean isFirst = true;
        for (var element : list) {
            if (!append(element, isFirst ? out : out.append(','))) {
                return false;
            }
            isFirst = false;
        }
        out.append(']');
        return true;
    }

    private static void string(CharSequence text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
