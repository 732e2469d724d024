package dev.rubedo.type;

/** A binary floating point number of 32 bits. Immutable. */
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
