package dev.rubedo.type;

import java.math.BigDecimal;

/** A decimal number without a given precision that keeps its fraction. Immutable. */
public record UnboundedNumericType() implements SqlType<BigDecimal> {
    @Override
    public Class<?> javaType() {
        return BigDecimal.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.DECIMAL;
    }
}
