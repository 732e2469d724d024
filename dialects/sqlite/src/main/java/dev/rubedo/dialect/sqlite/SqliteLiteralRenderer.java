package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.SqlType;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The literals of SQLite, where times are text and therefore must always have the same length. Immutable. */
final class SqliteLiteralRenderer extends LiteralRenderer {

    /** A double represents this many digits of any decimal number. */
    static final int DOUBLE_DIGITS = 15;

    private static final int INTEGER_DIGITS = 18;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter PRECISE = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);

    SqliteLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    /** An exact decimal number is stored as text, and a number never equals a text. */
    @Override
    protected String renderDecimal(BigDecimal value, SqlType<?> type) {
        var digits = super.renderDecimal(value, type);
        if (type instanceof ExactDecimalType) {
            return renderString(digits);
        }
        requireRepresentable(value);
        return digits;
    }

    @Override
    protected String renderTime(LocalTime time) {
        return (time.getNano() % 1000 == 0 ? TIME : PRECISE).format(time);
    }

    /** A point in time is text in UTC without an offset, so that text order is chronological order. */
    @Override
    protected String renderTimestamp(OffsetDateTime timestamp) {
        return renderTimestamp(timestamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    @Override
    protected int secondDigits() {
        return 9;
    }

    /** Returns whether a decimal number without trailing zeros is stored as an integer. */
    static boolean isInteger(BigDecimal plain) {
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= INTEGER_DIGITS;
    }

    /** Rejects a decimal number whose digits would be lost. */
    static void requireRepresentable(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        if (!isInteger(plain) && plain.precision() > DOUBLE_DIGITS) {
            throw new IllegalArgumentException(
                    "SQLite stores a decimal number as a double, which cannot represent " + value.toPlainString() + " ("
                            + plain.precision() + " digits, at most " + DOUBLE_DIGITS
                            + "). Declare the column as EXACT_DECIMAL, which is stored as text without loss.");
        }
    }
}
