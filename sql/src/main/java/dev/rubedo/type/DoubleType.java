package dev.rubedo.type;

/** A binary floating point number of 64 bits. Immutable. */
public record DoubleType() implements SqlType<Double> {
    @Override
    public Class<?> javaType() {
        return Double.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.FLOATING;
    }
}
