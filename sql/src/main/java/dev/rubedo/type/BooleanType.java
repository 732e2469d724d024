package dev.rubedo.type;

/** A boolean. Immutable. */
public record BooleanType() implements SqlType<Boolean> {
    @Override
    public Class<?> javaType() {
        return Boolean.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.BOOLEAN;
    }
}
