package dev.rubedo.dialect.mysql.type;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.TextCodec;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The {@code SET(...)} of MySQL and MariaDB: a set of labels. Immutable.
 *
 * @param labels the labels, in order
 */
record SetType(List<String> labels) implements JdbcDialectType<Set<String>> {

    private static final int MOST_LABELS = 64;

    SetType {
        labels = List.copyOf(labels);
        if (labels.isEmpty() || labels.size() > MOST_LABELS
                || labels.stream().anyMatch(label -> label.contains(",") || label.contains("\\"))) {
            throw new IllegalArgumentException(
                    "A set must have 1 to 64 labels without commas and backslashes, not " + labels);
        }
    }

    @Override
    public Set<String> dialects() {
        return Set.of("mysql", "mariadb");
    }

    @Override
    public String sqlName() {
        return labels.stream().map(label -> "'" + label.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "SET(", ")"));
    }

    @Override
    public String castName() {
        return "CHAR";
    }

    @Override
    public Class<?> javaType() {
        return Set.class;
    }

    @Override
    public String literal(Set<String> value, UnaryOperator<String> quote) {
        return quote.apply(text(value));
    }

    private String text(Set<String> value) {
        for (var label : value) {
            if (!labels.contains(label)) {
                throw new IllegalArgumentException("\"" + label + "\" is not a label of the set " + labels);
            }
        }
        return labels.stream().filter(value::contains).collect(Collectors.joining(","));
    }

    @Override
    public JdbcCodec<Set<String>> codec(Codecs codecs) {
        return new MappedCodec<>(TextCodec.INSTANCE, this::text, text -> text.isEmpty() ? Set.of()
                : Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(text.split(",")))));
    }
}
