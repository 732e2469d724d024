package dev.rubedo.dialect.postgresql.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's {@code hstore}: a map of strings, whose values may be null. Immutable. */
enum HstoreType implements TextualType<Map<String, @Nullable String>> {

    HSTORE;

    private static final Pattern PAIR = Pattern
            .compile("\"((?:[^\"\\\\]|\\\\.)*)\"=>(?:NULL|\"((?:[^\"\\\\]|\\\\.)*)\")", Pattern.DOTALL);

    @Override
    public String sqlName() {
        return "HSTORE";
    }

    @Override
    public Class<?> javaType() {
        return Map.class;
    }

    @Override
    public String write(Map<String, @Nullable String> value) {
        return value.entrySet().stream()
                .map(each -> quoted(each.getKey()) + "=>"
                        + (each.getValue() == null ? "NULL" : quoted(each.getValue())))
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public Map<String, @Nullable String> read(String text) {
        var values = new LinkedHashMap<String, @Nullable String>();
        var pairs = PAIR.matcher(text);
        while (pairs.find()) {
            String value = pairs.group(2);
            values.put(plain(pairs.group(1)), value == null ? null : plain(value));
        }
        return Collections.unmodifiableMap(values);
    }

    private static String plain(String text) {
        return text.replaceAll("(?s)\\\\(.)", "$1");
    }
}
