package dev.rubedo.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database type as seen from SQL. The set of portable types is closed; {@link DialectType} and {@link CustomType} are
 * the extension points. Immutable.
 *
 * @param <T> the Java type of its values
 */
public sealed interface SqlType<T extends @Nullable Object> permits BooleanType, SmallIntType, IntegerType, BigIntType,
        RealType, DoubleType, NumericType, UnboundedNumericType, ExactDecimalType, StringType, TextType, DateType,
        TimeType, TimeTimeZoneType, TimestampType,
        TimestampTimeZoneType, InstantType, IntervalType, BinaryType, UuidType, EnumeratedType, JsonType, ArrayType,
        UnknownType, VariantType, DialectType, CustomType {
    /** Returns the class of the values, without type arguments. */
    Class<?> javaType();

    /** Returns the family, which determines the operators that accept the type. */
    TypeFamily family();

    /**
     * Returns this type, replaced by another one on one dialect: {@code json(X.class).on("postgresql", JSONB)}.
     *
     * @param dialect the name of the dialect
     * @param type the type on that dialect, with values of the same class
     */
    default SqlType<T> on(String dialect, SqlType<T> type) {
        return new VariantType<>(this, Map.of(dialect, type));
    }

    /**
     * Returns the type used on a dialect; this type itself unless it varies.
     *
     * @param dialect the name of the dialect
     */
    default SqlType<T> forDialect(String dialect) {
        return this;
    }
}
