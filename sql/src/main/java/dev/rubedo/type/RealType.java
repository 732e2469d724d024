package dev.rubedo.type;

/** A 32-bit binary floating-point number. Immutable. */
public record RealType() implements SqlType<Float> {
    @Override
    public Class<?> javaType() {
        return Float.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.FLOATING;
    }
}
