package dev.rubedo.type;

import java.util.UUID;

/** A UUID. Immutable. */
public record UuidType() implements SqlType<UUID> {
    @Override
    public Class<?> javaType() {
        return UUID.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.UUID;
    }
}
