package dev.rubedo.type;

/** A 64-bit binary floating-point number. Immutable. */
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
