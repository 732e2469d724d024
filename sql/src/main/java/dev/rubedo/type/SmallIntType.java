package dev.rubedo.type;

/** A 16-bit integer. Immutable. */
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
