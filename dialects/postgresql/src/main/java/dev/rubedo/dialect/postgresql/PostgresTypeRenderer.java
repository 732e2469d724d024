package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.UuidType;

/** The types of PostgreSQL. Immutable. */
final class PostgresTypeRenderer extends TypeRenderer {

    PostgresTypeRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * Without a cast, the server would treat these values as text: it would refuse to compare them, or return text.
     */
    @Override
    protected String renderMarker(SqlType<?> type) {
        return switch (type) {
            case UuidType uuid -> "?::UUID";
            case IntervalType interval -> "?::INTERVAL";
            case JsonType<?> json -> "?::JSON";
            default -> "?";
        };
    }

    @Override
    protected String renderDouble(DoubleType type) {
        return "DOUBLE PRECISION";
    }

    @Override
    protected String renderTime(TimeType type) {
        return "TIME" + fraction(type.digits()) + " WITHOUT TIME ZONE";
    }

    @Override
    protected String renderTimestamp(TimestampType type) {
        return "TIMESTAMP" + fraction(type.digits()) + " WITHOUT TIME ZONE";
    }

    @Override
    protected String renderTimestampTimeZone(TimestampTimeZoneType type) {
        return "TIMESTAMP" + fraction(type.digits()) + " WITH TIME ZONE";
    }

    /** Microseconds are the default precision. */
    @Override
    protected String fraction(int digits) {
        return digits == 6 ? "" : super.fraction(digits);
    }

    @Override
    protected String renderBinary(BinaryType type) {
        return "BYTEA";
    }

    /** An enumeration is a named type, unless it is declared as text. */
    @Override
    protected String renderEnum(EnumeratedType<?> type) {
        return type.isNative() ? traits.qualifier(type.schema()) + traits.quoter().quote(type.name())
                : super.renderEnum(type);
    }

    /** Returns whether values of a type are points on the time line. */
    static boolean isZoned(SqlType<?> type) {
        return switch (type.forDialect("postgresql")) {
            case TimestampTimeZoneType zoned -> true;
            case InstantType instant -> true;
            default -> false;
        };
    }
}
