package dev.rubedo.type;

import java.time.LocalTime;

/**
 * A time of day. Immutable.
 *
 * @param digits the digits of fractional seconds; -1 leaves them to the database
 */
public record TimeType(int digits) implements SqlType<LocalTime> {
    /** Checks the digits. */
    public TimeType {
        SecondDigits.check(digits);
    }

    @Override
    public Class<?> javaType() {
        return LocalTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIME;
    }
}
