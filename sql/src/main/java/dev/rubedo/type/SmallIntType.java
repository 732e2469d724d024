package dev.rubedo.type;

/** A whole number of 16 bits. Immutable. */
public record SmallIntType() implements SqlType<Short> {
    @Override
    public Class<?> javaType() {
        return Short.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.INTEGER;
    }
}
