package dev.rubedo.type;

import java.time.Instant;

/**
 * A point in time, read as an {@link Instant}. Immutable.
 *
 * @param digits the digits of fractional seconds; -1 leaves them to the database
 */
public record InstantType(int digits) implements SqlType<Instant> {
    /** Checks the digits. */
    public InstantType {
        SecondDigits.check(digits);
    }

    @Override
    public Class<?> javaType() {
        return Instant.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }
}
