package dev.rubedo.type;

import org.jspecify.annotations.Nullable;

/**
 * A database type as seen from SQL. Every type is closed but {@link CustomType}. Immutable.
 *
 * @param <T> the Java type of its values
 */
public sealed interface SqlType<T extends @Nullable Object> permits BooleanType, SmallIntType, IntegerType, BigIntType,
        RealType, DoubleType, NumericType, UnboundedNumericType, ExactDecimalType, StringType, TextType, DateType,
        TimeType, TimestampType,
        TimestampTimeZoneType, InstantType, IntervalType, BinaryType, UuidType, EnumType, JsonType, ArrayType,
        UnknownType,
        CustomType {
    /** Returns the class of the values, without type arguments. */
    Class<?> javaType();

    /** Returns the family, which says what operators accept it. */
    TypeFamily family();
}
