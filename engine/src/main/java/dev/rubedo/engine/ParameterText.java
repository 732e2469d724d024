package dev.rubedo.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversion of values to short, single-line text for logs and errors. Stateless. */
final class ParameterText {

    private static final int LONGEST = 200;

    private ParameterText() {}

    static String of(List<@Nullable Object> row) {
        return row.stream().map(ParameterText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case byte[] bytes -> bytes.length + " bytes";
            case Object[] values -> values.length + " values";
            case CharSequence text -> "'" + shortened(text.toString()) + "'";
            case Object other -> shortened(other.toString());
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }
}
