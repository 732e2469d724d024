package dev.rubedo.type;

/** A type that only the database knows; values come as the driver gives them. Immutable. */
public record UnknownType() implements SqlType<Object> {
    @Override
    public Class<?> javaType() {
        return Object.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.UNKNOWN;
    }
}
