package dev.rubedo.type;

import java.math.BigDecimal;

/**
 * A decimal number that is stored without loss on every database. A database without such a type stores it as text,
 * which does not sort numerically. Immutable.
 */
public record ExactDecimalType() implements SqlType<BigDecimal> {
    @Override
    public Class<?> javaType() {
        return BigDecimal.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.DECIMAL;
    }
}
