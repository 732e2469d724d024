package dev.rubedo.type;

import java.math.BigDecimal;

/**
 * A decimal number that loses nothing on any database; where there is no such type it is kept as text, in an order that
 * text comparison does not have. Immutable.
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
