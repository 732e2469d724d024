package dev.rubedo.golden;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One spelling for parameter values, whether they come from a record or from a compiled statement. */
final class GoldenValues {

    /** Marks an output parameter, which has no value. */
    static final String OUT = "$out:";

    private GoldenValues() {}

    static String canonical(JsonNode node) {
        if (node.isObject()) {
            var field = node.properties().iterator().next();
            return tagged(field.getKey(), field.getValue());
        }
        if (node.isArray()) {
            return node.valueStream().map(GoldenValues::canonical).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        return node.isString() ? quoted(node.asString()) : node.toString();
    }

    private static String tagged(String tag, JsonNode value) {
        return switch (tag) {
            case "$decimal" -> number(new BigDecimal(value.asString()));
            case "$date" -> canonical(LocalDate.parse(value.asString()));
            case "$datetime" -> canonical(LocalDateTime.parse(value.asString()));
            case "$time" -> canonical(LocalTime.parse(value.asString()));
            case "$interval_seconds" -> canonical(Duration.ofMillis((long) (value.asDouble() * 1000)));
            case "$uuid" -> canonical(UUID.fromString(value.asString()));
            case "$bytes" -> "bytes:" + value.asString().toLowerCase(Locale.ROOT);
            case "$enum" -> "enum:" + value.asString().substring(value.asString().indexOf('.') + 1);
            case "$column_default" -> "default:" + value.asString();
            case "$required" -> "required:" + value.asString();
            default -> tag + ':' + value;
        };
    }

    static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal n -> number(n);
            case Number n -> number(new BigDecimal(n.toString()));
            case CharSequence text -> quoted(text.toString());
            case Enum<?> constant -> "enum:" + constant.name();
            case byte[] bytes -> "bytes:" + HexFormat.of().formatHex(bytes);
            case Object[] several -> canonical(Arrays.asList(several));
            case Collection<?> several -> several.stream().map(GoldenValues::canonical)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Duration duration -> "interval:" + duration;
            case LocalDate date -> "date:" + date;
            case LocalDateTime dateTime -> "datetime:" + dateTime;
            case LocalTime time -> "time:" + time;
            case UUID uuid -> "uuid:" + uuid;
            default -> value.toString();
        };
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : new BigDecimal(number.stripTrailingZeros().toPlainString()).toPlainString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

}
