package dev.rubedo.type;

import java.time.Instant;

/** A point of time. Immutable. */
public record InstantType() implements SqlType<Instant> {
    @Override
    public Class<?> javaType() {
        return Instant.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }
}
