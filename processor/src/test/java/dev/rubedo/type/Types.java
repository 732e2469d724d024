package dev.rubedo.type;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class Types {

    public static final SqlType<Boolean> BOOLEAN = new SqlType<>() {};
    public static final SqlType<Short> SMALLINT = new SqlType<>() {};
    public static final SqlType<Integer> INTEGER = new SqlType<>() {};
    public static final SqlType<Long> BIGINT = new SqlType<>() {};
    public static final SqlType<Float> REAL = new SqlType<>() {};
    public static final SqlType<Double> DOUBLE = new SqlType<>() {};
    public static final SqlType<java.math.BigDecimal> UNBOUNDED_NUMERIC = new SqlType<>() {};
    public static final SqlType<String> STRING = new SqlType<>() {};
    public static final SqlType<java.time.LocalDate> DATE = new SqlType<>() {};
    public static final SqlType<byte[]> BINARY = new SqlType<>() {};
    public static final SqlType<java.util.UUID> UUID = new SqlType<>() {};

    public static final SqlType<String> TEXT = new SqlType<>() {};

    public static SqlType<String> string(int length) {
        return STRING;
    }

    public static SqlType<java.math.BigDecimal> numeric(int precision, int scale) {
        return UNBOUNDED_NUMERIC;
    }

    public static SqlType<java.time.LocalTime> time(int digits) {
        return new SqlType<>() {};
    }

    public static SqlType<java.time.LocalDateTime> timestamp(int digits) {
        return new SqlType<>() {};
    }

    public static SqlType<java.time.OffsetDateTime> timestampTz(int digits) {
        return new SqlType<>() {};
    }

    public static SqlType<java.time.Instant> instant(int digits) {
        return new SqlType<>() {};
    }

    public static SqlType<byte[]> binary(int length) {
        return BINARY;
    }

    public static final SqlType<java.time.Duration> INTERVAL = new SqlType<>() {};

    public static <E extends Enum<E>> EnumType<E> enumType(Class<E> type) {
        return new EnumType<>();
    }

    public static <E> SqlType<java.util.List<E>> array(SqlType<E> element) {
        return new SqlType<>() {};
    }
}
