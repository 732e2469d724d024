package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.type.ArrayType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

/** The literals of DuckDB. Immutable. */
final class DuckDbLiteralRenderer extends LiteralRenderer {

    DuckDbLiteralRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected String renderBytes(byte[] bytes) {
        return "from_hex('" + HexFormat.of().formatHex(bytes) + "')";
    }

    @Override
    protected String renderDateLiteral(LocalDate date) {
        return "CAST(" + super.renderDateLiteral(date) + " AS DATE)";
    }

    @Override
    protected String renderTimeLiteral(LocalTime time) {
        return "CAST(" + super.renderTimeLiteral(time) + " AS TIME)";
    }

    @Override
    protected String renderTimestampLiteral(LocalDateTime timestamp) {
        return "CAST(" + super.renderTimestampLiteral(timestamp) + " AS TIMESTAMP)";
    }

    @Override
    protected String renderTimestampLiteral(OffsetDateTime timestamp) {
        return "CAST(" + super.renderTimestampLiteral(timestamp) + " AS TIMESTAMPTZ)";
    }

    @Override
    protected String renderFloat(float value) {
        return "CAST(" + renderFloating(Double.parseDouble(Float.toString(value))) + " AS REAL)";
    }

    @Override
    protected String renderJson(String document) {
        return "CAST(" + renderString(document) + " AS JSON)";
    }

    @Override
    protected String renderUuid(UUID uuid) {
        return "CAST(" + super.renderUuid(uuid) + " AS UUID)";
    }

    @Override
    protected String renderInterval(Duration duration) {
        return "CAST('" + text(duration) + "' AS INTERVAL)";
    }

    /** Returns a duration as DuckDB reads it: without nanoseconds, which it would round. */
    static String text(Duration duration) {
        int nanoseconds = duration.getNano() % 1000;
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano() - nanoseconds, 9))
                .toPlainString() + " seconds";
    }

    @Override
    protected String renderArray(Collection<?> elements, ArrayType<?> type) {
        return elements.isEmpty() ? "[]" : super.renderArray(elements, type);
    }
}
