package dev.rubedo.type;

/** A whole number of 32 bits. Immutable. */
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
