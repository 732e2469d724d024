package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.type.SqlType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A range type of PostgreSQL, in its text form {@code [1,10)}. Immutable.
 *
 * @param <T> the Java type of the bounds
 * @param sqlName the name of the range type
 * @param bound the type of the bounds
 * @param form the text form of a bound
 */
record RangeType<T>(String sqlName, SqlType<T> bound, BoundForm<T> form) implements TextualType<Range<T>> {

    @Override
    public Class<?> javaType() {
        return Range.class;
    }

    @Override
    public String write(Range<T> range) {
        if (range.isEmpty()) {
            return "empty";
        }
        return (range.includesLower() ? "[" : "(") + written(range.lower()) + ',' + written(range.upper())
                + (range.includesUpper() ? "]" : ")");
    }

    private String written(@Nullable T value) {
        return value == null ? "" : '"' + form.write.apply(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public Range<T> read(String text) {
        if (text.equals("empty")) {
            return Range.empty();
        }
        int comma = comma(text);
        return new Range<>(bound(text.substring(1, comma)), bound(text.substring(comma + 1, text.length() - 1)),
                text.charAt(0) == '[', text.charAt(text.length() - 1) == ']', false);
    }

    /** Returns the position of the comma between the bounds: the first one outside quotes. */
    private static int comma(String text) {
        boolean isQuoted = false;
        for (int i = 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> isQuoted = !isQuoted;
                case ',' -> {
                    if (!isQuoted) {
                        return i;
                    }
                }
                default -> {
                    // part of a bound
                }
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a range.");
    }

    private @Nullable T bound(String text) {
        if (text.isEmpty()) {
            return null;
        }
        boolean isQuoted = text.charAt(0) == '"';
        return form.read.apply(isQuoted
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").replaceAll("\\\\(.)", "$1") : text);
    }

    /**
     * The text form of a bound. Its two functions are the same for each type, so types are equal by their names.
     * Immutable.
     */
    static final class BoundForm<T> {

        private final Function<T, String> write;
        private final Function<String, T> read;

        BoundForm(Function<T, String> write, Function<String, T> read) {
            this.write = write;
            this.read = read;
        }
    }
}
