package dev.rubedo.type;

import java.time.LocalDateTime;

/**
 * A date and time of day, of no time zone. Immutable.
 *
 * @param digits digits of the second's fraction; -1 leaves it to the database
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
