package dev.rubedo.type;

/**
 * A boolean. Immutable.
 *
 * @param isChecked whether to add a check constraint that refuses other numbers on databases without a boolean type
 */
public record BooleanType(boolean isChecked) implements SqlType<Boolean> {
    @Override
    public Class<?> javaType() {
        return Boolean.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.BOOLEAN;
    }
}
