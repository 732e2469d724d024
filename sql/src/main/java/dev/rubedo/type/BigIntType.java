package dev.rubedo.type;

/** A 64-bit integer. Immutable. */
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
