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
 * The types, for static import. It is a class with heirs so that one static import of an heir opens everything.
 * Immutable.
 */
public class Types {
    /** True or false. */
    public static final SqlType<Boolean> BOOLEAN = new BooleanType();
    /** A whole number of 16 bits. */
    public static final SqlType<Short> SMALLINT = new SmallIntType();
    /** A whole number of 32 bits. */
    public static final SqlType<Integer> INTEGER = new IntegerType();
    /** A whole number of 64 bits. */
    public static final SqlType<Long> BIGINT = new BigIntType();
    /** A binary floating point number of 32 bits. */
    public static final SqlType<Float> REAL = new RealType();
    /** A binary floating point number of 64 bits. */
    public static final SqlType<Double> DOUBLE = new DoubleType();
    /** A decimal number of the database's own precision. */
    public static final SqlType<BigDecimal> NUMERIC = new NumericType(0, -1);
    /** A decimal number that loses nothing on any database. */
    public static final SqlType<BigDecimal> EXACT_DECIMAL = new ExactDecimalType();
    /** A string without a limit given; MySQL and MariaDB need one, see {@link #string(int)}. */
    public static final SqlType<String> STRING = new StringType(0, false, false, "");
    /** A string without limit. */
    public static final SqlType<String> TEXT = new TextType("");
    /** A date. */
    public static final SqlType<LocalDate> DATE = new DateType();
    /** A time of day. */
    public static final SqlType<LocalTime> TIME = new TimeType();
    /** A date and time of day, of no time zone. */
    public static final SqlType<LocalDateTime> TIMESTAMP = new TimestampType();
    /** A point of time, read with an offset. */
    public static final SqlType<OffsetDateTime> TIMESTAMP_TZ = new TimestampTimeZoneType();
    /** A point of time. */
    public static final SqlType<Instant> INSTANT = new InstantType();
    /** An amount of time. */
    public static final SqlType<Duration> INTERVAL = new IntervalType();
    /** Bytes without limit. */
    public static final SqlType<byte[]> BINARY = new BinaryType(0);
    /** A UUID. */
    public static final SqlType<UUID> UUID = new UuidType();
    /** A type that only the database knows. */
    public static final SqlType<Object> UNKNOWN = new UnknownType();

    /** For heirs only; there are no instances. */
    protected Types() {
        throw new AssertionError("no instances");
    }

    /**
     * Returns a string of limited length.
     *
     * @param length the most characters
     */
    public static SqlType<String> string(int length) {
        return new StringType(positive(length, "string"), false, false, "");
    }

    /**
     * Returns a string that is padded to its length.
     *
     * @param length the characters
     */
    public static SqlType<String> character(int length) {
        return new StringType(positive(length, "character"), true, false, "");
    }

    /**
     * Returns a decimal number.
     *
     * @param precision all digits
     * @param scale digits after the point
     */
    public static SqlType<BigDecimal> numeric(int precision, int scale) {
        return new NumericType(positive(precision, "numeric"), scale);
    }

    /**
     * Returns bytes of limited length.
     *
     * @param length the most bytes
     */
    public static SqlType<byte[]> binary(int length) {
        return new BinaryType(positive(length, "binary"));
    }

    /**
     * Returns an enumeration that is kept by the names of its constants: a named type where the database has them, else
     * a string.
     *
     * @param type the enum
     */
    public static <E extends Enum<E>> EnumType<E> enumType(Class<E> type) {
        return new EnumType<>(type, "", true, false);
    }

    /**
     * Returns a JSON document that is read as a class.
     *
     * @param type the class
     */
    public static <T> SqlType<T> json(Class<T> type) {
        return new JsonType<>(type, type);
    }

    /**
     * Returns a JSON document that is read as a type with type arguments.
     *
     * @param type the type
     * @throws IllegalArgumentException if it is neither a class nor a class with arguments
     */
    public static SqlType<Object> json(Type type) {
        return new JsonType<>(rawClass(type), type);
    }

    /**
     * Returns an array of one dimension.
     *
     * @param element the type of the elements
     */
    public static <E> SqlType<List<E>> array(SqlType<E> element) {
        return new ArrayType<>(element);
    }

    /**
     * Returns the type that values of a class have when nothing else is said, empty where there is none.
     *
     * @param type the class of the values; primitive classes count as their boxes
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
