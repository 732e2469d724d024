package dev.rubedo.compile;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import dev.rubedo.error.CompileException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.feature.Feature;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.DialectType;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TimeTimeZoneType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.VariantType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A renderer of values as literals, for places where a database allows no parameters: defaults, checks, indexes,
 * comments. A dialect overrides the methods for the kinds of values that it writes differently.
 *
 * <p>Immutable.
 */
@Spi
public class LiteralRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    /** Creates a renderer. */
    public LiteralRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /**
     * Returns the value as SQL.
     *
     * @throws CompileException if a value of this class or type cannot be written as a literal
     */
    public final String render(@Nullable Object value, SqlType<?> type) {
        return switch (type) {
            case VariantType<?> variant -> render(value, variant.forDialect(traits.name()));
            case CustomType<?, ?> custom -> renderCustom(value, custom);
            case RenamedType<?> renamed -> value == null ? "NULL" : renderRenamed(value, renamed);
            case DialectType<?> own -> value == null ? "NULL" : renderOwn(value, own);
            case JsonType<?> json -> value == null ? json.storesNull() ? renderJson("null") : "NULL"
                    : renderJson(document(value));
            default -> value == null ? "NULL" : renderValue(value, type);
        };
    }

    private String renderValue(Object value, SqlType<?> type) {
        return switch (value) {
            case Boolean b -> renderBoolean(b);
            case BigDecimal n -> renderDecimal(n, type);
            case Double n -> renderFloating(n);
            case Float n -> renderFloat(n);
            case Number n -> n.toString();
            case CharSequence s -> renderString(s.toString());
            case Enum<?> e -> renderString(type instanceof EnumType<?> enumeration ? enumeration.label(e) : e.name());
            case LocalDate d -> renderDateLiteral(d);
            case LocalTime t -> renderTimeLiteral(t.with(NANO_OF_SECOND, kept(t.getNano(), type)));
            case OffsetTime t -> renderTimeTimeZoneLiteral(t.with(NANO_OF_SECOND, kept(t.getNano(), type)));
            case LocalDateTime t -> renderTimestampLiteral(t.with(NANO_OF_SECOND, kept(t.getNano(), type)));
            case OffsetDateTime t -> renderTimestampLiteral(t.with(NANO_OF_SECOND, kept(t.getNano(), type)));
            case Instant t -> renderTimestampLiteral(
                    t.with(NANO_OF_SECOND, kept(t.getNano(), type)).atOffset(ZoneOffset.UTC));
            case Duration d -> renderInterval(d);
            case UUID u -> renderUuid(u);
            case byte[] bytes -> renderBytes(bytes);
            case Collection<?> list when type instanceof ArrayType<?> array -> renderArray(list, array);
            default ->
                throw new CompileException(ErrorCode.INVALID_STATEMENT, "A value of " + value.getClass().getName()
                        + " cannot be written into the text of a statement. Pass it as a parameter.");
        };
    }

    private static String document(Object value) {
        var text = JsonText.of(value);
        if (text == null) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT, "A JSON document of " + value.getClass().getName()
                    + " cannot be written into the text of a statement. Pass it as a parameter, or give it as maps, "
                    + "lists, "
                    + "strings, numbers and booleans.");
        }
        return text;
    }

    /** Truncates fractional seconds in the same way as a parameter of the type. */
    private int kept(int nanoseconds, SqlType<?> type) {
        int digits = Math.max(secondDigits(), switch (type) {
            case TimeType t -> t.digits();
            case TimeTimeZoneType t -> t.digits();
            case TimestampType t -> t.digits();
            case TimestampTimeZoneType t -> t.digits();
            case InstantType t -> t.digits();
            default -> 0;
        });
        int unit = (int) Math.pow(10, 9 - digits);
        return nanoseconds - nanoseconds % unit;
    }

    /** Returns the number of fractional second digits to write, unless a type has more; 6 by default. */
    protected int secondDigits() {
        return 6;
    }

    /** Returns a time of day with an offset. */
    protected String renderTimeTimeZoneLiteral(OffsetTime value) {
        return "TIME WITH TIME ZONE '" + value + "'";
    }

    /** Returns a value of a renamed type; by default as a literal of the portable type of its values. */
    protected String renderRenamed(Object value, RenamedType<?> type) {
        return render(value, type.values());
    }

    /** Returns the text of a JSON document. */
    protected String renderJson(String document) {
        return renderString(document);
    }

    /** Returns a 32-bit floating-point number; by default as the nearest 64-bit one. */
    protected String renderFloat(float value) {
        return renderFloating(value);
    }

    // The value of a type always has the type's class.
    @SuppressWarnings("unchecked")
    private <T> String renderOwn(Object value, DialectType<T> type) {
        if (!type.javaType().isInstance(value)) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT, "A literal of type \"" + type.sqlName() + "\" is a "
                    + type.javaType().getName() + ", not a " + value.getClass().getName() + ".");
        }
        return type.literal((T) value, this::renderString);
    }

    // The value of a custom type always has the type's class.
    @SuppressWarnings("unchecked")
    private <T, S> String renderCustom(@Nullable Object value, CustomType<T, S> type) {
        var literal = render(type.toStorage((T) value), type.storage());
        var marker = type.marker("?");
        int place = marker.indexOf('?');
        return marker.substring(0, place) + literal + marker.substring(place + 1);
    }

    /**
     * Returns text in single quotes.
     *
     * @throws CompileException if it contains a NUL character
     */
    public String renderString(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT,
                    "Text with a NUL character cannot be written into a statement. Pass it as a parameter.");
        }
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** Returns a boolean. */
    protected String renderBoolean(boolean value) {
        return traits.supports(Feature.BOOLEAN_TYPE) ? Boolean.toString(value) : value ? "1" : "0";
    }

    /** Returns a floating-point number. */
    protected String renderFloating(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT,
                    "The number " + value + " cannot be written into a statement. Pass it as a parameter.");
        }
        var text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        var digits = text.substring(0, exponent);
        var power = text.substring(exponent + 1);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + 'e'
                + (power.startsWith("-") ? power : '+' + power);
    }

    /** Returns a date; by default as text that the database parses. */
    protected String renderDateLiteral(LocalDate date) {
        return renderString(date.toString());
    }

    /** Returns a time of day; by default as text that the database parses. */
    protected String renderTimeLiteral(LocalTime time) {
        return renderString(renderTime(time));
    }

    /** Returns a decimal number; by default its digits, regardless of the type. */
    protected String renderDecimal(BigDecimal value, SqlType<?> type) {
        return value.toPlainString();
    }

    /** Returns a timestamp; by default as text that the database parses. */
    protected String renderTimestampLiteral(LocalDateTime timestamp) {
        return renderString(renderTimestamp(timestamp));
    }

    /** Returns a timestamp with its offset; by default as text that the database parses. */
    protected String renderTimestampLiteral(OffsetDateTime timestamp) {
        return renderString(renderTimestamp(timestamp));
    }

    /** Returns a time of day, unquoted. */
    protected String renderTime(LocalTime time) {
        var fraction = time.getNano() == 0 ? "" : time.getNano() % 1000 == 0 ? ".SSSSSS" : ".SSSSSSSSS";
        return DateTimeFormatter.ofPattern("HH:mm:ss" + fraction, Locale.ROOT).format(time);
    }

    /** Returns a timestamp, unquoted. */
    protected String renderTimestamp(LocalDateTime timestamp) {
        return timestamp.toLocalDate() + " " + renderTime(timestamp.toLocalTime());
    }

    /** Returns a timestamp with its offset, unquoted. */
    protected String renderTimestamp(OffsetDateTime timestamp) {
        var offset = timestamp.getOffset().equals(ZoneOffset.UTC) ? "+00:00" : timestamp.getOffset().getId();
        return renderTimestamp(timestamp.toLocalDateTime()) + offset;
    }

    /** Returns a duration: as an interval, or as a timestamp counted from 1970 on databases without intervals. */
    protected String renderInterval(Duration duration) {
        if (traits.supports(Feature.INTERVAL_TYPE)) {
            var seconds = BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
            return "INTERVAL '"
                    + (duration.getNano() == 0 ? seconds.setScale(0, RoundingMode.UNNECESSARY)
                            : seconds.setScale(6, RoundingMode.FLOOR)).toPlainString()
                    + "' SECOND";
        }
        return renderString(renderTimestamp(LocalDateTime.of(1970, 1, 1, 0, 0).plus(duration)));
    }

    /** Returns a UUID. */
    protected String renderUuid(UUID uuid) {
        var text = uuid.toString();
        return renderString(traits.supports(Feature.UUID_TYPE) ? text : text.replace("-", ""));
    }

    /** Returns bytes in hexadecimal form. */
    protected String renderBytes(byte[] bytes) {
        return "X'" + HexFormat.of().formatHex(bytes) + '\'';
    }

    /** Returns an array. */
    protected String renderArray(Collection<?> elements, ArrayType<?> type) {
        return elements.stream().map(each -> render(each, type.element()))
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }
}
