package dev.rubedo.type;

import java.time.Duration;

/** An amount of time. Immutable. */
public record IntervalType() implements SqlType<Duration> {
    @Override
    public Class<?> javaType() {
        return Duration.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.INTERVAL;
    }
}
