package dev.rubedo.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The SQL types, for static import. This class has subclasses, so that one static import of a subclass gives access to
 * everything. Immutable.
 */
public class Types {
    /** A boolean. */
    public static final SqlType<Boolean> BOOLEAN = new BooleanType();
    /** A 16-bit integer. */
    public static final SqlType<Short> SMALLINT = new SmallIntType();
    /** A 32-bit integer. */
    public static final SqlType<Integer> INTEGER = new IntegerType();
    /** A 64-bit integer. */
    public static final SqlType<Long> BIGINT = new BigIntType();
    /** A 32-bit binary floating-point number. */
    public static final SqlType<Float> REAL = new RealType();
    /** A 64-bit binary floating-point number. */
    public static final SqlType<Double> DOUBLE = new DoubleType();
    /**
     * A decimal number with the database's default precision. MySQL and MariaDB round it to a whole number, see
     * {@link #UNBOUNDED_NUMERIC}.
     */
    public static final SqlType<BigDecimal> NUMERIC = new NumericType(0, -1);
    /**
     * A decimal number whose fraction is kept although no precision is given: {@code NUMERIC} where that has no limit,
     * on MySQL and MariaDB {@code NUMERIC(65, 30)}, the largest available. Digits that do not fit are refused.
     */
    public static final SqlType<BigDecimal> UNBOUNDED_NUMERIC = new UnboundedNumericType();
    /** A decimal number that is stored without loss on every database. */
    public static final SqlType<BigDecimal> EXACT_DECIMAL = new ExactDecimalType();
    /** A string without a specified length. MySQL and MariaDB require a length, see {@link #string(int)}. */
    public static final SqlType<String> STRING = new StringType(0, false, false, "");
    /** A string of unlimited length. */
    public static final SqlType<String> TEXT = new TextType("");
    /** A date. */
    public static final SqlType<LocalDate> DATE = new DateType();
    /** A time of day. MySQL and MariaDB keep whole seconds only, see {@link #time(int)}. */
    public static final SqlType<LocalTime> TIME = new TimeType(SecondDigits.OF_THE_DATABASE);
    /**
     * A date and time of day without a time zone. MySQL and MariaDB keep whole seconds only, see
     * {@link #timestamp(int)}.
     */
    public static final SqlType<LocalDateTime> TIMESTAMP = new TimestampType(SecondDigits.OF_THE_DATABASE);
    /**
     * A point in time, read with an offset. MySQL and MariaDB keep whole seconds only, see {@link #timestampTz(int)}.
     */
    public static final SqlType<OffsetDateTime> TIMESTAMP_TZ = new TimestampTimeZoneType(SecondDigits.OF_THE_DATABASE);
    /** A point in time. MySQL and MariaDB keep whole seconds only, see {@link #instant(int)}. */
    public static final SqlType<Instant> INSTANT = new InstantType(SecondDigits.OF_THE_DATABASE);
    /** An amount of time. */
    public static final SqlType<Duration> INTERVAL = new IntervalType();
    /** Bytes of unlimited length. */
    public static final SqlType<byte[]> BINARY = new BinaryType(0);
    /** A UUID. */
    public static final SqlType<UUID> UUID = new UuidType();
    /** A type known only to the database. */
    public static final SqlType<Object> UNKNOWN = new UnknownType();

    /** For subclasses only; there are no instances. */
    protected Types() {
        throw new AssertionError("no instances");
    }

    /**
     * Returns a string type of limited length.
     *
     * @param length the maximum number of characters
     */
    public static SqlType<String> string(int length) {
        return new StringType(positive(length, "string"), false, false, "");
    }

    /**
     * Returns a string type that is padded to its length.
     *
     * @param length the number of characters
     */
    public static SqlType<String> character(int length) {
        return new StringType(positive(length, "character"), true, false, "");
    }

    /**
     * Returns a decimal number type.
     *
     * @param precision the total number of digits
     * @param scale the number of fraction digits
     */
    public static SqlType<BigDecimal> numeric(int precision, int scale) {
        return new NumericType(positive(precision, "numeric"), scale);
    }

    /**
     * Returns a time-of-day type with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and refuse more, SQLite
     *     keeps all
     */
    public static SqlType<LocalTime> time(int digits) {
        return new TimeType(SecondDigits.given(digits));
    }

    /**
     * Returns a type for a date and time of day without a time zone, with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and refuse more, SQLite
     *     keeps all
     */
    public static SqlType<LocalDateTime> timestamp(int digits) {
        return new TimestampType(SecondDigits.given(digits));
    }

    /**
     * Returns a type for a point in time, read with an offset, with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and refuse more, SQLite
     *     keeps all
     */
    public static SqlType<OffsetDateTime> timestampTz(int digits) {
        return new TimestampTimeZoneType(SecondDigits.given(digits));
    }

    /**
     * Returns a type for a point in time, with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and refuse more, SQLite
     *     keeps all
     */
    public static SqlType<Instant> instant(int digits) {
        return new InstantType(SecondDigits.given(digits));
    }

    /**
     * Returns a type for bytes of limited length.
     *
     * @param length the maximum number of bytes
     */
    public static SqlType<byte[]> binary(int length) {
        return new BinaryType(positive(length, "binary"));
    }

    /**
     * Returns an enumeration type that stores the names of the constants: as a named type where the database has them,
     * otherwise as a string.
     *
     * @param type the enum class
     */
    public static <E extends Enum<E>> EnumType<E> enumType(Class<E> type) {
        return new EnumType<>(type, "", "", true, false);
    }

    /**
     * Returns an enumeration type without a Java enum, whose values are its labels: a named type where the database has
     * them, otherwise a string with a check constraint.
     *
     * @param name the name of the type
     * @param labels the labels, in order
     */
    public static SqlType<String> labels(String name, String... labels) {
        return new LabelType(name, "", List.of(labels));
    }

    /**
     * Returns the type of a JSON document that is read as a class.
     *
     * @param type the class
     */
    public static <T> SqlType<T> json(Class<T> type) {
        return new JsonType<>(type, type);
    }

    /**
     * Returns the type of a JSON document that is read as a type with type arguments.
     *
     * @param type the type
     * @throws IllegalArgumentException if it is neither a class nor a class with arguments
     */
    public static SqlType<Object> json(Type type) {
        return new JsonType<>(rawClass(type), type);
    }

    /**
     * Returns the type of a one-dimensional array.
     *
     * @param element the type of the elements
     */
    public static <E> SqlType<List<E>> array(SqlType<E> element) {
        return new ArrayType<>(element);
    }

    /**
     * Returns the default type for values of a class; empty if there is none.
     *
     * @param type the class of the values; primitive classes count as their wrapper classes
     */
    public static Optional<SqlType<?>> ofJava(Class<?> type) {
        return Optional.ofNullable(JavaTypes.find(type));
    }

    private static int positive(int number, String what) {
        if (number <= 0) {
            throw new IllegalArgumentException(what + "(" + number + "): the number must be positive");
        }
        return number;
    }

    private static Class<?> rawClass(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType withArguments && withArguments.getRawType() instanceof Class<?> raw) {
            return raw;
        }
        throw new IllegalArgumentException("json(" + type + "): give a class, or a class with type arguments");
    }
}
