package dev.rubedo.type;

import java.math.BigDecimal;

/**
 * A decimal number. Immutable.
 *
 * @param precision the total number of digits; 0 leaves it to the database
 * @param scale the number of fraction digits; -1 leaves it to the database
 */
public record NumericType(int precision, int scale) implements SqlType<BigDecimal> {
    /** Checks the numbers. */
    public NumericType {
        if (precision < 0 || scale < -1 || (scale > precision && precision > 0) || (precision == 0 && scale >= 0)) {
            throw new IllegalArgumentException("numeric(" + precision + ", " + scale
                    + "): precision must be positive and scale between 0 and precision");
        }
    }

    @Override
    public Class<?> javaType() {
        return BigDecimal.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.DECIMAL;
    }
}
