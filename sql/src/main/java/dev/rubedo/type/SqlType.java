package dev.rubedo.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database type as seen from SQL. The portable types are closed; {@link DialectType} and {@link CustomType} are the
 * doors for others. Immutable.
 *
 * @param <T> the Java type of its values
 */
public sealed interface SqlType<T extends @Nullable Object> permits BooleanType, SmallIntType, IntegerType, BigIntType,
        RealType, DoubleType, NumericType, UnboundedNumericType, ExactDecimalType, StringType, TextType, DateType,
        TimeType, TimestampType,
        TimestampTimeZoneType, InstantType, IntervalType, BinaryType, UuidType, EnumeratedType, JsonType, ArrayType,
        UnknownType, VariantType, DialectType, CustomType {
    /** Returns the class of the values, without type arguments. */
    Class<?> javaType();

    /** Returns the family, which says what operators accept it. */
    TypeFamily family();

    /**
     * Returns this type with another one in its place on a dialect: {@code json(X.class).on("postgresql", JSONB)}.
     *
     * @param dialect the name of the dialect
     * @param type the type on that dialect, of values of the same class
     */
    default SqlType<T> on(String dialect, SqlType<T> type) {
        return new VariantType<>(this, Map.of(dialect, type));
    }

    /**
     * Returns the type that stands for this one on a dialect; this type itself unless it varies.
     *
     * @param dialect the name of the dialect
     */
    default SqlType<T> forDialect(String dialect) {
        return this;
    }
}
