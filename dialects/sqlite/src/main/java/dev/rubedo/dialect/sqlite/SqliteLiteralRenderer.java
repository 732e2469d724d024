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

/** The literals of SQLite, where times are text and therefore always have the same length. Immutable. */
final class SqliteLiteralRenderer extends LiteralRenderer {

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
        SqliteDecimals.requireRepresentable(value);
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
}
