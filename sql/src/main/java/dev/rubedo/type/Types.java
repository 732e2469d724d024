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
import java.time.OffsetTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The SQL types, for static import. This class has subclasses, so that one static import of a subclass gives access to
 * everything. Immutable.
 */
public class Types {
    /** A boolean. */
    public static final SqlType<Boolean> BOOLEAN = new BooleanType(false, "");
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
     * A decimal number with the database's default precision. MySQL and MariaDB round it to an integer, see
     * {@link #UNBOUNDED_NUMERIC}.
     */
    public static final SqlType<BigDecimal> NUMERIC = new NumericType(0, -1);
    /**
     * A decimal number without a given precision that keeps its fraction on every database: {@code NUMERIC} where it is
     * unlimited, {@code NUMERIC(65, 30)}, the largest available, on MySQL and MariaDB. Numbers that do not fit are
     * rejected.
     */
    public static final SqlType<BigDecimal> UNBOUNDED_NUMERIC = new UnboundedNumericType();
    /** A decimal number that is stored without loss on every database. */
    public static final SqlType<BigDecimal> EXACT_DECIMAL = new ExactDecimalType();
    /** A string without a specified length. MySQL and MariaDB require a length, see {@link #string(int)}. */
    public static final StringType STRING = new StringType(0, false, false, "");
    /** A string of unlimited length. */
    public static final TextType TEXT = new TextType("");
    /** A date. */
    public static final SqlType<LocalDate> DATE = new DateType();
    /** A time of day. MySQL and MariaDB store whole seconds only, see {@link #time(int)}. */
    public static final SqlType<LocalTime> TIME = new TimeType(SecondDigits.OF_THE_DATABASE);
    /**
     * A date and time of day without a time zone. MySQL and MariaDB store whole seconds only, see
     * {@link #timestamp(int)}.
     */
    public static final SqlType<LocalDateTime> TIMESTAMP = new TimestampType(SecondDigits.OF_THE_DATABASE);
    /**
     * A point in time, read with an offset. MySQL and MariaDB store whole seconds only, see {@link #timestampTz(int)}.
     */
    public static final SqlType<OffsetDateTime> TIMESTAMP_TZ = new TimestampTimeZoneType(SecondDigits.OF_THE_DATABASE);
    /** A point in time. MySQL and MariaDB store whole seconds only, see {@link #instant(int)}. */
    public static final SqlType<Instant> INSTANT = new InstantType(SecondDigits.OF_THE_DATABASE);
    /** A duration. */
    public static final SqlType<Duration> INTERVAL = new IntervalType(-1, -1);
    /** Bytes of unlimited length. */
    public static final SqlType<byte[]> BINARY = new BinaryType(0);
    /** A time of day with an offset, for PostgreSQL and H2. */
    public static final SqlType<OffsetTime> TIME_TZ = new TimeTimeZoneType(SecondDigits.OF_THE_DATABASE);
    /** A string of unlimited length that is declared as {@code CLOB}. */
    public static final SqlType<String> CLOB = exact("CLOB", TEXT);
    /** Bytes of unlimited length that are declared as {@code BLOB}. */
    public static final SqlType<byte[]> BLOB = exact("BLOB", BINARY);
    /** A date and time of day that is declared as {@code DATETIME}. */
    public static final SqlType<LocalDateTime> DATETIME = exact("DATETIME", TIMESTAMP);
    /** A 64-bit binary floating-point number that is declared as {@code DOUBLE PRECISION}. */
    public static final SqlType<Double> DOUBLE_PRECISION = exact("DOUBLE PRECISION", DOUBLE);
    /**
     * A UUID. Where {@code Types.*}, {@code Sql.*} or {@code Orm.*} is imported statically, this constant takes precedence
     * over the class: write {@code java.util.UUID.randomUUID()} there.
     */
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
    public static StringType string(int length) {
        return new StringType(positive(length, "string"), false, false, "");
    }

    /**
     * Returns a string type that is padded to its length.
     *
     * @param length the number of characters
     */
    public static StringType character(int length) {
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
     * Returns a decimal number type whose number of fraction digits is left to the database.
     *
     * @param precision the total number of digits
     */
    public static SqlType<BigDecimal> numeric(int precision) {
        return new NumericType(positive(precision, "numeric"), -1);
    }

    /**
     * Returns a time-of-day type with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and reject more, SQLite
     *     keeps all
     */
    public static SqlType<LocalTime> time(int digits) {
        return new TimeType(SecondDigits.given(digits));
    }

    /**
     * Returns a type for a date and time of day without a time zone, with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and reject more, SQLite
     *     keeps all
     */
    public static SqlType<LocalDateTime> timestamp(int digits) {
        return new TimestampType(SecondDigits.given(digits));
    }

    /**
     * Returns a type for a point in time, read with an offset, with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and reject more, SQLite
     *     keeps all
     */
    public static SqlType<OffsetDateTime> timestampTz(int digits) {
        return new TimestampTimeZoneType(SecondDigits.given(digits));
    }

    /**
     * Returns a type for a point in time, with fractional seconds.
     *
     * @param digits the digits of fractional seconds, 0 to 9; most databases have at most 6 and reject more, SQLite
     *     keeps all
     */
    public static SqlType<Instant> instant(int digits) {
        return new InstantType(SecondDigits.given(digits));
    }

    /**
     * Returns a boolean type that has a check constraint on databases without a boolean type, so that they reject other
     * numbers.
     */
    public static SqlType<Boolean> checkedBoolean() {
        return new BooleanType(true, "");
    }

    /**
     * Returns a boolean type that has a named check constraint on databases without a boolean type, so that they refuse
     * other numbers.
     *
     * @param name the name of the constraint, or the part of it that the naming convention replaces <code>{name}</code>
     *     with
     */
    public static SqlType<Boolean> checkedBoolean(String name) {
        return new BooleanType(true, name);
    }

    /**
     * Returns the type of a duration with a precision. Databases without an interval type store durations as timestamps
     * and use only the fraction digits.
     *
     * @param dayDigits the maximum number of digits for days, on databases that limit it
     * @param secondDigits the digits of fractional seconds, 0 to 9
     */
    public static SqlType<Duration> interval(int dayDigits, int secondDigits) {
        return new IntervalType(positive(dayDigits, "interval"), SecondDigits.given(secondDigits));
    }

    /**
     * Returns the type of a time of day with an offset, for PostgreSQL and H2.
     *
     * @param digits the digits of fractional seconds, 0 to 9
     */
    public static SqlType<OffsetTime> timeTz(int digits) {
        return new TimeTimeZoneType(SecondDigits.given(digits));
    }

    /**
     * Returns a type that every dialect declares by the same name, whatever it means to the database. Its values are
     * those of a portable type.
     *
     * @param sqlName the type as declared in DDL, written verbatim: {@code NCHAR(10)}
     * @param values the type of its values
     */
    public static <T> SqlType<T> exact(String sqlName, SqlType<T> values) {
        return new RenamedType<>(Set.of(), sqlName, values);
    }

    /**
     * Returns a binary floating-point number type that is declared as {@code FLOAT(precision)}.
     *
     * @param precision the precision, in binary digits on most databases
     */
    public static SqlType<Double> floating(int precision) {
        return exact("FLOAT(" + positive(precision, "floating") + ")", DOUBLE);
    }

    /**
     * Returns a decimal number type that is declared as {@code DECIMAL(precision, scale)}.
     *
     * @param precision the total number of digits
     * @param scale the number of fraction digits
     */
    public static SqlType<BigDecimal> decimal(int precision, int scale) {
        return exact("DECIMAL(" + precision + ", " + scale + ")", numeric(precision, scale));
    }

    /**
     * Returns a string type of the national character set, declared as {@code NCHAR(length)}.
     *
     * @param length the number of characters
     */
    public static SqlType<String> nchar(int length) {
        return exact("NCHAR(" + length + ")", character(length));
    }

    /**
     * Returns a string type of the national character set, declared as {@code NVARCHAR(length)}, on Oracle as
     * {@code NVARCHAR2(length)}, and on PostgreSQL, which has none, as {@code VARCHAR(length)}.
     *
     * @param length the maximum number of characters
     */
    public static SqlType<String> nvarchar(int length) {
        return exact("NVARCHAR(" + length + ")", string(length))
                .on("oracle", exact("NVARCHAR2(" + length + ")", string(length))).on("postgresql", string(length));
    }

    /**
     * Returns a type for bytes that is declared as {@code VARBINARY(length)}.
     *
     * @param length the maximum number of bytes
     */
    public static SqlType<byte[]> varbinary(int length) {
        return exact("VARBINARY(" + length + ")", binary(length));
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
     * Returns an enumeration type that stores the names of the constants: a named type on databases that have them,
     * otherwise a string.
     *
     * @param type the enum class
     */
    public static <E extends Enum<E>> EnumType<E> enumType(Class<E> type) {
        return EnumType.of(type);
    }

    /**
     * Returns an enumeration type without a Java enum, whose values are its labels: a named type on databases that have
     * them, otherwise a string with a check constraint.
     *
     * @param name the name of the type
     * @param labels the labels, in order
     */
    public static LabelType labels(String name, String... labels) {
        return new LabelType(name, "", List.of(labels));
    }

    /**
     * Returns the type of a JSON document that is read as a class.
     *
     * @param type the class
     */
    public static <T> JsonType<T> json(Class<T> type) {
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
     * Returns the type of an array. An array of arrays is multidimensional; all of its rows must have the same length.
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
        throw new IllegalArgumentException("json(" + type + "): pass a class, or a class with type arguments");
    }
}
