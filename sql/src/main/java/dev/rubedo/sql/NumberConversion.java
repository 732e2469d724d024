package dev.rubedo.sql;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Lossless conversion between number classes. Immutable. */
final class NumberConversion {
    private NumberConversion() {}

    /** Returns the number as that class, or null if the value is not a number or would change. */
    static @Nullable Number as(Class<?> type, Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        var exact = new BigDecimal(number.toString());
        try {
            if (type == Integer.class) {
                return exact.intValueExact();
            }
            if (type == Long.class) {
                return exact.longValueExact();
            }
            if (type == Short.class) {
                return exact.shortValueExact();
            }
        } catch (ArithmeticException e) {
            return null;
        }
        if (type == BigDecimal.class) {
            return exact;
        }
        if (type == Double.class) {
            return new BigDecimal(exact.doubleValue()).compareTo(exact) == 0 ? exact.doubleValue() : null;
        }
        return null;
    }
}
