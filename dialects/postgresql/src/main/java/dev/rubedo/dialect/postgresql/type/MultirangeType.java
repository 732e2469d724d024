package dev.rubedo.dialect.postgresql.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A multirange type of PostgreSQL, in its text form <code>{[1,3),[7,10)}</code>. Immutable.
 *
 * @param <T> the Java type of the bounds
 * @param sqlName the name of the multirange type
 * @param range the type of its ranges
 */
record MultirangeType<T>(String sqlName, RangeType<T> range) implements TextualType<List<Range<T>>> {

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public String write(List<Range<T>> value) {
        return value.stream().map(range::write).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public List<Range<T>> read(String text) {
        var ranges = new ArrayList<Range<T>>();
        int start = -1;
        boolean isQuoted = false;
        for (int i = 1; i < text.length() - 1; i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> isQuoted = !isQuoted;
                case '[', '(' -> start = isQuoted ? start : i;
                case ']', ')' -> {
                    if (!isQuoted) {
                        ranges.add(range.read(text.substring(start, i + 1)));
                    }
                }
                default -> {
                    // part of a bound, or between two ranges
                }
            }
        }
        return List.copyOf(ranges);
    }
}
