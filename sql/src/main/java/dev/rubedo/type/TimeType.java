package dev.rubedo.type;

import java.time.LocalTime;

/** A time of day. Immutable. */
public record TimeType() implements SqlType<LocalTime> {
    @Override
    public Class<?> javaType() {
        return LocalTime.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TIME;
    }
}
