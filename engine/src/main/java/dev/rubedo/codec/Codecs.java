package dev.rubedo.codec;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.BigIntType;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.DateType;
import dev.rubedo.type.DialectType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.IntegerType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.RealType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SmallIntType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimeTimeZoneType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.UnboundedNumericType;
import dev.rubedo.type.UnknownType;
import dev.rubedo.type.UuidType;
import dev.rubedo.type.VariantType;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of one database. This class contains the codecs for a driver that follows JDBC 4.2; a subclass overrides
 * the methods for the types that its driver treats differently: {@link #booleans()}, {@link #smallInts()},
 * {@link #integers()}, {@link #reals()}, {@link #doubles()}, {@link #decimals(NumericType)},
 * {@link #unboundedDecimals()}, {@link #exactDecimals()}, {@link #dates()}, {@link #secondDigits()}, {@link #times()},
 * {@link #offsetTimes()}, {@link #timestamps()}, {@link #offsetTimestamps()}, {@link #instants()},
 * {@link #intervals()}, {@link #uuids()}, {@link #enums(EnumType)}, {@link #labels(LabelType)}, {@link #json()},
 * {@link #arrays(ArrayType)}, {@link #ofDialectType(DialectType)}, {@link #primitives()}. Immutable.
 */
@Spi
public class Codecs {

    private final JsonFormat format;
    private final String dialect;

    /**
     * Creates the codecs.
     *
     * @param format the JSON library
     * @param dialect the name of the dialect, which selects among the variants of a type
     */
    public Codecs(JsonFormat format, String dialect) {
        this.format = format;
        this.dialect = dialect;
    }

    /** Returns the reader and binder of values that need no codec; by default plain JDBC. */
    public JdbcPrimitives primitives() {
        return JdbcPrimitives.JDBC;
    }

    /**
     * Returns the codec of a type.
     *
     * @param type any type
     */
    // each type is a SqlType<T> of its codec's T; a switch over the sealed family cannot express that
    @SuppressWarnings("unchecked")
    public final <T extends @Nullable Object> JdbcCodec<T> codecFor(SqlType<T> type) {
        return (JdbcCodec<T>) find(type);
    }

    private JdbcCodec<?> find(SqlType<?> type) {
        return switch (type) {
            case BooleanType t -> booleans();
            case SmallIntType t -> smallInts();
            case IntegerType t -> integers();
            case BigIntType t -> bigInts();
            case RealType t -> reals();
            case DoubleType t -> doubles();
            case NumericType t -> decimals(t);
            case UnboundedNumericType t -> unboundedDecimals();
            case ExactDecimalType t -> exactDecimals();
            case StringType t -> strings();
            case TextType t -> strings();
            case DateType t -> dates();
            case TimeType t -> cut(times(), FractionTruncation.ofTimes(digitsToKeep(t.digits())));
            case TimeTimeZoneType t ->
                cut(offsetTimes(), FractionTruncation.ofOffsetTimes(digitsToKeep(t.digits())));
            case TimestampType t -> cut(timestamps(), FractionTruncation.ofTimestamps(digitsToKeep(t.digits())));
            case TimestampTimeZoneType t ->
                cut(offsetTimestamps(), FractionTruncation.ofOffsetTimestamps(digitsToKeep(t.digits())));
            case InstantType t -> cut(instants(), FractionTruncation.ofInstants(digitsToKeep(t.digits())));
            case IntervalType t -> cut(intervals(),
                    FractionTruncation.ofDurations(Math.max(t.secondDigits(), intervalDigits())));
            case BinaryType t -> BinaryCodec.INSTANCE;
            case UuidType t -> uuids();
            case EnumType<?> t -> enums(t);
            case LabelType t -> new LabelCodec(t, labels(t));
            case JsonType<?> t -> new JsonCodec<>(t, json(), format);
            case ArrayType<?> t -> arrays(t);
            case UnknownType t -> new DynamicCodec(this);
            case VariantType<?> t -> find(t.forDialect(dialect));
            case RenamedType<?> t -> find(own(t).values());
            case JdbcDialectType<?> t -> own(t).codec(this);
            case DialectType<?> t -> ofDialectType(own(t));
            case CustomType<?, ?> t -> custom(t);
        };
    }

    private <D extends DialectType<?>> D own(D type) {
        if (!type.isOn(dialect)) {
            throw new UnsupportedFeatureException(type, dialect);
        }
        return type;
    }

    /**
     * Returns the codec of a database-specific type that does not define its own.
     *
     * @param type a type of this dialect that is neither a {@link JdbcDialectType} nor a {@link RenamedType}
     * @throws IllegalArgumentException by default
     */
    protected <T> JdbcCodec<T> ofDialectType(DialectType<T> type) {
        throw new IllegalArgumentException("Type \"" + type.sqlName() + "\" (" + type.getClass().getName()
                + ") has no codec. Make the class implement JdbcDialectType.");
    }

    private int digitsToKeep(int ofType) {
        return Math.max(ofType, secondDigits());
    }

    private static <T> JdbcCodec<T> cut(JdbcCodec<T> codec, @Nullable UnaryOperator<T> cut) {
        return cut == null ? codec : new TruncatingCodec<>(codec, cut);
    }

    private <T, S> JdbcCodec<T> custom(CustomType<T, S> type) {
        return new CustomCodec<>(type, codecFor(type.storage()));
    }

    /** Returns the codec of booleans. */
    protected JdbcCodec<Boolean> booleans() {
        return NumberCodecs.BOOLEAN;
    }

    /** Returns the codec of 16-bit integers. */
    protected JdbcCodec<Short> smallInts() {
        return NumberCodecs.SHORT;
    }

    /** Returns the codec of 32-bit integers. */
    protected JdbcCodec<Integer> integers() {
        return NumberCodecs.INTEGER;
    }

    /** Returns the codec of 64-bit integers. */
    protected JdbcCodec<Long> bigInts() {
        return NumberCodecs.LONG;
    }

    /** Returns the codec of 32-bit floating-point numbers. */
    protected JdbcCodec<Float> reals() {
        return NumberCodecs.FLOAT;
    }

    /** Returns the codec of 64-bit floating-point numbers. */
    protected JdbcCodec<Double> doubles() {
        return NumberCodecs.DOUBLE;
    }

    /**
     * Returns the codec of decimal numbers.
     *
     * @param type their precision and scale
     */
    protected JdbcCodec<BigDecimal> decimals(NumericType type) {
        return NumberCodecs.decimals(type.scale());
    }

    /** Returns the codec of decimal numbers without a given precision that keep their fraction. */
    protected JdbcCodec<BigDecimal> unboundedDecimals() {
        return decimals(new NumericType(0, -1));
    }

    /** Returns the codec of decimal numbers that must be stored without loss. */
    protected JdbcCodec<BigDecimal> exactDecimals() {
        return NumberCodecs.DECIMAL;
    }

    /** Returns the codec of strings of any length. */
    protected JdbcCodec<String> strings() {
        return TextCodec.INSTANCE;
    }

    /** Returns the codec of dates. */
    protected JdbcCodec<LocalDate> dates() {
        return new ObjectCodec<>(LocalDate.class, Types.DATE);
    }

    /**
     * Returns the number of fractional-second digits that the database stores; 6 by default. Bound values are truncated
     * to it, because drivers and servers round them differently, possibly up to the next day. A type that specifies
     * more digits keeps them.
     */
    protected int secondDigits() {
        return 6;
    }

    /** Returns the codec of times of day. */
    protected JdbcCodec<LocalTime> times() {
        return new ObjectCodec<>(LocalTime.class, Types.TIME);
    }

    /** Returns the codec of times of day with an offset. */
    protected JdbcCodec<OffsetTime> offsetTimes() {
        return new ObjectCodec<>(OffsetTime.class, Types.TIME_WITH_TIMEZONE);
    }

    /** Returns the codec of timestamps without a time zone. */
    protected JdbcCodec<LocalDateTime> timestamps() {
        return new ObjectCodec<>(LocalDateTime.class, Types.TIMESTAMP);
    }

    /** Returns the codec of timestamps with an offset. */
    protected JdbcCodec<OffsetDateTime> offsetTimestamps() {
        return new ObjectCodec<>(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** Returns the codec of points in time; by default that of {@link #offsetTimestamps()} in UTC. */
    protected JdbcCodec<Instant> instants() {
        return new MappedCodec<>(offsetTimestamps(), instant -> instant.atOffset(ZoneOffset.UTC),
                OffsetDateTime::toInstant);
    }

    /** Returns the codec of durations; by default as timestamps counted from the beginning of 1970. */
    protected JdbcCodec<Duration> intervals() {
        return new MappedCodec<>(timestamps(), Durations::toTimestamp, Durations::ofTimestamp);
    }

    /** Returns the number of fractional-second digits that a duration keeps; {@link #secondDigits()} by default. */
    protected int intervalDigits() {
        return secondDigits();
    }

    /** Returns the codec of UUIDs. */
    protected JdbcCodec<UUID> uuids() {
        return new ObjectCodec<>(UUID.class, Types.OTHER);
    }

    /**
     * Returns the codec of an enum.
     *
     * @param type the enum class
     */
    protected <E extends Enum<E>> JdbcCodec<E> enums(EnumType<E> type) {
        return new EnumCodec<>(type, strings());
    }

    /**
     * Returns the codec of an enumeration without a Java enum.
     *
     * @param type the enumeration
     */
    protected JdbcCodec<String> labels(LabelType type) {
        return strings();
    }

    /** Returns the codec of the text of JSON documents. */
    protected JdbcCodec<String> json() {
        return strings();
    }

    /**
     * Returns the codec of an array.
     *
     * @param type the array
     */
    protected <E> JdbcCodec<List<E>> arrays(ArrayType<E> type) {
        return new ArrayCodec<>(type.element(), codecFor(type.element()), "VARCHAR");
    }

    /**
     * Returns a codec of UUIDs as 32 hexadecimal digits, for databases without such a type. Text with dashes is read
     * too.
     */
    protected static JdbcCodec<UUID> uuidText() {
        return new MappedCodec<>(TextCodec.INSTANCE, UuidText::format, UuidText::parse);
    }
}
