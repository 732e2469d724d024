package dev.rubedo.type;

import java.time.OffsetDateTime;

/**
 * A point of time, read with an offset. Immutable.
 *
 * @param digits digits of the second's fraction; -1 leaves it to the database
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
