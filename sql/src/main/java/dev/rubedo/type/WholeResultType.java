package dev.rubedo.type;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The type of integers computed with numbers that may have fractions, as in {@code quantity.times(1.5)}. The
 * database computes with the wider type. Reading a result with a fraction is an error; it is never truncated.
 * Immutable.
 *
 * @param <T> the class of the integers
 * @param <S> the class of the numbers that the database computes with
 * @param whole the type of the integers
 * @param storage the type that the database computes with
 */
public record WholeResultType<T extends Number, S extends Number>(SqlType<T> whole, SqlType<S> storage)
        implements
            CustomType<T, S> {
    /** Checks that the types fit. */
    public WholeResultType {
        if (whole.family() != TypeFamily.INTEGER
                || storage.family() != TypeFamily.DECIMAL && storage.family() != TypeFamily.FLOATING) {
            throw new IllegalArgumentException(
                    "WholeResultType needs an integer type and a decimal or floating-point type, got " + whole + " and "
                            + storage);
        }
    }

    @Override
    public Class<?> javaType() {
        return whole.javaType();
    }

    // a number of the storage's class
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable S toStorage(@Nullable T value) {
        return value == null ? null : (S) converted(storage.javaType(), new BigDecimal(value.toString()));
    }

    // a number of the class of the whole numbers
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T fromStorage(@Nullable S stored) {
        if (stored == null) {
            return null;
        }
        try {
            return (T) converted(whole.javaType(), new BigDecimal(stored.toString()));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ResultException(ErrorCode.CONVERSION, "The expression has the type "
                    + whole.javaType().getSimpleName() + ", but its value " + stored
                    + " does not fit. Convert it with cast(INTEGER), floor(...) or ceiling(...), or keep the fraction "
                    + "with "
                    + "cast(UNBOUNDED_NUMERIC).");
        }
    }

    private static Number converted(Class<?> type, BigDecimal value) {
        if (type == Integer.class) {
            return value.intValueExact();
        }
        if (type == Long.class) {
            return value.longValueExact();
        }
        if (type == Short.class) {
            return value.shortValueExact();
        }
        if (type == Float.class) {
            return value.floatValue();
        }
        return type == Double.class ? (Number) value.doubleValue() : value;
    }
}
