package dev.rubedo.type;

import java.time.OffsetTime;

/**
 * A time of day with an offset. Immutable.
 *
 * @param digits the digits of fractional seconds; -1 leaves them to the database
 */
public record TimeTimeZoneType(int digits) implements SqlType<OffsetTime> {
    /** Checks the digits. */
    public TimeTimeZoneType {
        SecondDigits.check(digits);
    }

    @Override
    public Class<?> javaType() {
        return OffsetTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIME;
    }
}
