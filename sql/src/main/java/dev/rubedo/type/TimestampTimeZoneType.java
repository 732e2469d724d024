package dev.rubedo.type;

import java.time.OffsetDateTime;

/** A point of time, read with an offset. Immutable. */
public record TimestampTimeZoneType() implements SqlType<OffsetDateTime> {
    @Override
    public Class<?> javaType() {
        return OffsetDateTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIMESTAMP;
    }
}
