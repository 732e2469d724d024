package dev.rubedo.type;

import java.time.Duration;

/**
 * A duration ({@code INTERVAL}). Immutable.
 *
 * @param dayDigits the maximum number of digits for days; -1 leaves it to the dialect
 * @param secondDigits the digits of fractional seconds; -1 leaves them to the dialect
 */
public record IntervalType(int dayDigits, int secondDigits) implements SqlType<Duration> {
    /** Checks the digits. */
    public IntervalType {
        SecondDigits.check(secondDigits);
        if (dayDigits < -1 || dayDigits == 0 || dayDigits > 18) {
            throw new IllegalArgumentException("interval(" + dayDigits + ", " + secondDigits
                    + "): the number of digits for days must be between 1 and 18");
        }
    }

    @Override
    public Class<?> javaType() {
        return Duration.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.INTERVAL;
    }
}
