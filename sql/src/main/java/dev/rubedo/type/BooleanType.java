package dev.rubedo.type;

import java.util.Objects;

/**
 * A boolean. Immutable.
 *
 * @param isChecked whether to add a check constraint that rejects other numbers on databases without a boolean type
 * @param name the name of the check constraint; empty for none
 */
public record BooleanType(boolean isChecked, String name) implements SqlType<Boolean> {
    /** Checks the components. */
    public BooleanType {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Class<?> javaType() {
        return Boolean.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.BOOLEAN;
    }
}
