package dev.rubedo.type;

import java.math.BigDecimal;

/** A decimal number whose fraction is kept although no precision is given. Immutable. */
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
