package dev.rubedo.type;

import java.time.LocalDateTime;

/** A date and time of day, of no time zone. Immutable. */
public record TimestampType() implements SqlType<LocalDateTime> {
    @Override
    public Class<?> javaType() {
        return LocalDateTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }
}
