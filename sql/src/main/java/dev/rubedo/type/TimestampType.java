package dev.rubedo.type;

import java.time.LocalDateTime;

/**
 * A date and time of day without a time zone. Immutable.
 *
 * @param digits the digits of fractional seconds; -1 leaves them to the database
 */
public record TimestampType(int digits) implements SqlType<LocalDateTime> {
    /** Checks the digits. */
    public TimestampType {
        SecondDigits.check(digits);
    }

    @Override
    public Class<?> javaType() {
        return LocalDateTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }
}
