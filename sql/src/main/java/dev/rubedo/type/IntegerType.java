package dev.rubedo.type;

/** A 32-bit integer. Immutable. */
public record IntegerType() implements SqlType<Integer> {
    @Override
    public Class<?> javaType() {
        return Integer.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.INTEGER;
    }
}
