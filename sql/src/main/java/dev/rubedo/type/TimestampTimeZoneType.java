package dev.rubedo.type;

import java.time.OffsetDateTime;

/**
 * A point in time, read with an offset. Immutable.
 *
 * @param digits the digits of fractional seconds; -1 leaves them to the database
 */
public record TimestampTimeZoneType(int digits) implements SqlType<OffsetDateTime> {
    /** Checks the digits. */
    public TimestampTimeZoneType {
        SecondDigits.check(digits);
    }

    @Override
    public Class<?> javaType() {
        return OffsetDateTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }
}
