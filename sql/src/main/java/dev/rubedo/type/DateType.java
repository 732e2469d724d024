package dev.rubedo.type;

import java.time.LocalDate;

/** A date. Immutable. */
public record DateType() implements SqlType<LocalDate> {
    @Override
    public Class<?> javaType() {
        return LocalDate.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.DATE;
    }
}
