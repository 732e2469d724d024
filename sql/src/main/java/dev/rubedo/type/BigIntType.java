package dev.rubedo.type;

/** A whole number of 64 bits. Immutable. */
public record BigIntType() implements SqlType<Long> {
    @Override
    public Class<?> javaType() {
        return Long.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.INTEGER;
    }
}
