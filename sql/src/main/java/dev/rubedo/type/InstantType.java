package dev.rubedo.type;

import java.time.Instant;

/**
 * A point of time. Immutable.
 *
 * @param digits digits of the second's fraction; -1 leaves it to the database
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
