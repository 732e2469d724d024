package dev.rubedo.dialect.duckdb;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.DateType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimeTimeZoneType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.UnboundedNumericType;
import dev.rubedo.type.UuidType;
import java.util.stream.Collectors;

/** The types of DuckDB. Immutable. */
final class DuckDbTypeRenderer extends TypeRenderer {

    private static final String WIDEST_NUMERIC = "DECIMAL(38, 15)";

    private static final String POINT_IN_TIME = "make_timestamptz(CAST(? AS BIGINT))";

    private final DuckDbLiteralRenderer literals;

    DuckDbTypeRenderer(DialectTraits traits) {
        super(traits);
        this.literals = new DuckDbLiteralRenderer(traits);
    }

    /**
     * Without a cast, the text that the driver sends would remain text. Dates and points in time are numbers since
     * 1970, because the driver would shift dates before the Gregorian calendar, and points in time within the repeated
     * hour at the end of summer time.
     */
    @Override
    protected String renderMarker(SqlType<?> type) {
        return switch (type) {
            case UuidType uuid -> "CAST(? AS UUID)";
            case IntervalType interval -> "CAST(? AS INTERVAL)";
            case JsonType<?> json -> "CAST(? AS JSON)";
            case DateType date -> "make_date(CAST(? AS INTEGER))";
            case TimeTimeZoneType time -> "CAST(? AS TIMETZ)";
            case TimestampTimeZoneType stamp -> POINT_IN_TIME;
            case InstantType instant -> POINT_IN_TIME;
            default -> "?";
        };
    }

    /** Without a precision there would be three fraction digits. */
    @Override
    protected String renderNumeric(NumericType type) {
        return type.precision() == 0 ? WIDEST_NUMERIC
                : "DECIMAL(" + type.precision() + ", " + Math.max(type.scale(), 0) + ")";
    }

    @Override
    protected String renderUnboundedNumeric(UnboundedNumericType type) {
        return WIDEST_NUMERIC;
    }

    /** Text keeps every digit. */
    @Override
    protected String renderExactDecimal(ExactDecimalType type) {
        return "VARCHAR";
    }

    @Override
    protected String renderText(TextType type) {
        return "VARCHAR" + collation(type.collation());
    }

    @Override
    protected String renderTime(TimeType type) {
        return "TIME";
    }

    @Override
    protected String renderTimeTimeZone(TimeTimeZoneType type) {
        return "TIME WITH TIME ZONE";
    }

    @Override
    protected String renderTimestamp(TimestampType type) {
        return "TIMESTAMP";
    }

    @Override
    protected String renderTimestampTimeZone(TimestampTimeZoneType type) {
        return "TIMESTAMP WITH TIME ZONE";
    }

    @Override
    protected String renderInterval(IntervalType type) {
        return "INTERVAL";
    }

    @Override
    protected String renderBinary(BinaryType type) {
        return "BLOB";
    }

    /** An enumeration is declared in place. */
    @Override
    protected String renderEnum(EnumeratedType<?> type) {
        return !type.isNative() ? super.renderEnum(type)
                : type.labels().stream().map(literals::renderString).collect(Collectors.joining(", ", "ENUM(", ")"));
    }
}
