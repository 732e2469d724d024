package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TimeTimeZoneType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;

/** The types of H2. Immutable. */
final class H2TypeRenderer extends TypeRenderer {

    private static final int SECOND_DIGITS = 9;
    private static final int DAY_DIGITS = 12;

    H2TypeRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Text would become a JSON string; marked as JSON, it is parsed as a document. */
    @Override
    protected String renderMarker(SqlType<?> type) {
        return switch (type) {
            case JsonType<?> json -> "? FORMAT JSON";
            case IntervalType interval -> "CAST(? AS INTERVAL SECOND(18, 9))";
            default -> "?";
        };
    }

    @Override
    protected String renderDouble(DoubleType type) {
        return "DOUBLE PRECISION";
    }

    /** Without a precision, NUMERIC has no fraction digits. */
    @Override
    protected String renderNumeric(NumericType type) {
        return type.precision() == 0 ? "DECFLOAT" : super.renderNumeric(type);
    }

    @Override
    protected String renderExactDecimal(ExactDecimalType type) {
        return "DECFLOAT";
    }

    /** Without a precision, H2 stores only whole seconds. */
    @Override
    protected String renderTime(TimeType type) {
        return type.digits() < 0 ? "TIME(6)" : "TIME(" + type.digits() + ')';
    }

    /** Without a precision, H2 stores only whole seconds. */
    @Override
    protected String renderTimeTimeZone(TimeTimeZoneType type) {
        return "TIME(" + (type.digits() < 0 ? 6 : type.digits()) + ") WITH TIME ZONE";
    }

    @Override
    protected String renderTimestamp(TimestampType type) {
        return "TIMESTAMP" + fraction(type.digits());
    }

    @Override
    protected String renderTimestampTimeZone(TimestampTimeZoneType type) {
        return "TIMESTAMP" + fraction(type.digits()) + " WITH TIME ZONE";
    }

    /** Timestamps keep microseconds by default, and nanoseconds on request. */
    @Override
    protected String fraction(int digits) {
        return digits < 0 || digits == 6 ? "" : "(" + digits + ')';
    }

    /** Six digits would truncate a duration, so a comparison would not find it. */
    @Override
    protected String renderInterval(IntervalType type) {
        return "INTERVAL DAY(" + (type.dayDigits() < 0 ? DAY_DIGITS : type.dayDigits()) + ") TO SECOND("
                + (type.secondDigits() < 0 ? SECOND_DIGITS : type.secondDigits()) + ")";
    }

    @Override
    protected String renderBinary(BinaryType type) {
        return type.length() == 0 ? "BLOB" : "VARBINARY(" + type.length() + ')';
    }

    @Override
    protected String renderArray(ArrayType<?> type) {
        return render(type.element()) + " ARRAY";
    }
}
