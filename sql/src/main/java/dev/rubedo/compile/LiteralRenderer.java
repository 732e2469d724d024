package dev.rubedo.compile;

import dev.rubedo.error.CompileException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.feature.Feature;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes values into the text of a statement, for the places where a database takes no parameter: defaults, checks,
 * indexes, comments. A dialect overrides the methods of the kinds of value that it writes otherwise.
 *
 * <p>
 * Immutable.
 */
public class LiteralRenderer {

    /** What the dialect can do and how it quotes. */
    protected final DialectTraits traits;

    /** Makes a renderer. */
    public LiteralRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /**
     * Returns the value as SQL.
     *
     * @throws CompileException
     *             if there is no way to write such a value
     */
    public final String render(@Nullable Object value, SqlType<?> type) {
        if (type instanceof CustomType<?, ?> custom) {
            return renderCustom(value, custom);
        }
        return switch (value) {
            case null -> "NULL";
            case Boolean b -> renderBoolean(b);
            case BigDecimal n -> n.toPlainString();
            case Double n -> renderFloating(n);
            case Float n -> renderFloating(n.doubleValue());
            case Number n -> n.toString();
            case CharSequence s -> renderString(s.toString());
            case Enum<?> e -> renderString(e.name());
            case LocalDate d -> renderString(d.toString());
            case LocalTime t -> renderString(renderTime(t));
            case LocalDateTime t -> renderString(renderTimestamp(t));
            case OffsetDateTime t -> renderString(renderTimestamp(t));
            case Instant t -> renderString(renderTimestamp(t.atOffset(ZoneOffset.UTC)));
            case Duration d -> renderInterval(d);
            case UUID u -> renderUuid(u);
            case byte[] bytes -> renderBytes(bytes);
            case Collection<?> list when type instanceof ArrayType<?> array -> renderArray(list, array);
            default ->
                throw new CompileException(ErrorCode.INVALID_STATEMENT, "A value of " + value.getClass().getName()
                        + " cannot be written into the text of a statement. Pass it as a parameter.");
        };
    }

    // The value of a custom type always has the type's own class.
    @SuppressWarnings("unchecked")
    private <T, S> String renderCustom(@Nullable Object value, CustomType<T, S> type) {
        return render(type.toStorage((T) value), type.storage());
    }

    /**
     * Returns text in single quotes.
     *
     * @throws CompileException
     *             if it holds a NUL character
     */
    public String renderString(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT,
                    "Text with a NUL character cannot be written into a statement. Pass it as a parameter.");
        }
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** Returns a truth value. */
    protected String renderBoolean(boolean value) {
        return traits.supports(Feature.BOOLEAN_TYPE) ? Boolean.toString(value) : value ? "1" : "0";
    }

    /** Returns a floating point number. */
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

    /** Returns a time of day, unquoted. */
    protected String renderTime(LocalTime time) {
        return DateTimeFormatter.ofPattern(time.getNano() == 0 ? "HH:mm:ss" : "HH:mm:ss.SSSSSS", Locale.ROOT)
                .format(time);
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

    /** Returns an amount of time: an interval, or a timestamp counted from 1970 where there are no intervals. */
    protected String renderInterval(Duration duration) {
        if (traits.supports(Feature.INTERVAL_TYPE)) {
            var seconds = BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
            return "INTERVAL '"
                    + (duration.getNano() == 0 ? seconds.setScale(0, RoundingMode.UNNECESSARY)
                            : seconds.setScale(6, RoundingMode.DOWN)).toPlainString()
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
