package dev.rubedo.dialect.duckdb;

import dev.rubedo.codec.ArrayCodec;
import dev.rubedo.codec.CheckedCodec;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.Coercion;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.SimpleCodec;
import dev.rubedo.codec.TextCodec;
import dev.rubedo.codec.TimeText;
import dev.rubedo.codec.UnicodeText;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The codecs of DuckDB: those of JDBC, with intervals, UUIDs and exact decimals as text. Immutable. */
final class DuckDbCodecs extends Codecs {

    private static final int MOST_DECIMALS = 15;
    private static final DuckDbTypeRenderer NAMES = new DuckDbTypeRenderer(new DuckDbDialect().traits());

    DuckDbCodecs(JsonFormat format) {
        super(format, "duckdb");
    }

    @Override
    protected JdbcCodec<BigDecimal> exactDecimals() {
        return new MappedCodec<>(TextCodec.INSTANCE, BigDecimal::toPlainString, BigDecimal::new);
    }

    @Override
    protected JdbcCodec<BigDecimal> unboundedDecimals() {
        return new CheckedCodec<>(new MappedCodec<>(super.unboundedDecimals(), value -> value, DuckDbCodecs::stripped),
                value -> value.stripTrailingZeros().scale() <= MOST_DECIMALS,
                "DuckDB stores at most 15 fraction digits of a decimal number without a precision, and this one has "
                        + "more. Round it, or use a string or EXACT_DECIMAL.");
    }

    /** The driver truncates larger numbers. */
    @Override
    protected JdbcCodec<Short> smallInts() {
        return ShortCodec.INSTANCE;
    }

    @Override
    protected JdbcCodec<Integer> integers() {
        return IntegerCodec.INSTANCE;
    }

    @Override
    protected JdbcCodec<Long> bigInts() {
        return LongCodec.INSTANCE;
    }

    /** Reads a 64-bit integer, 0 for NULL. The driver keeps only the lower half of a sum, which has 128 bits. */
    private static long wholeLong(ResultSet rows, int column) throws SQLException {
        var value = rows.getObject(column);
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof BigInteger number && number.bitLength() >= Long.SIZE) {
            throw tooLarge(number, Long.MAX_VALUE);
        }
        return rows.getLong(column);
    }

    private static SQLException tooLarge(Number number, long greatest) {
        return new SQLDataException("The number " + number + " does not fit the type of the expression, whose maximum "
                + "is " + greatest + ". Cast it, or read it as a larger type.", "22003");
    }

    private static long checked(long number, long least, long greatest) throws SQLException {
        if (number < least || number > greatest) {
            throw tooLarge(number, greatest);
        }
        return number;
    }

    @Override
    protected JdbcCodec<String> strings() {
        return TextCodec.UNICODE;
    }

    @Override
    protected JdbcCodec<Float> reals() {
        return FloatCodec.INSTANCE;
    }

    @Override
    protected JdbcCodec<Double> doubles() {
        return DoubleCodec.INSTANCE;
    }

    @Override
    public JdbcPrimitives primitives() {
        return Primitives.INSTANCE;
    }

    @Override
    protected JdbcCodec<LocalDate> dates() {
        return DateCodec.INSTANCE;
    }

    @Override
    protected JdbcCodec<OffsetDateTime> offsetTimestamps() {
        return PointCodec.INSTANCE;
    }

    @Override
    protected JdbcCodec<OffsetTime> offsetTimes() {
        return OffsetTimeCodec.INSTANCE;
    }

    private static BigDecimal stripped(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    protected JdbcCodec<UUID> uuids() {
        return new MappedCodec<>(TextCodec.INSTANCE, UUID::toString, UUID::fromString);
    }

    @Override
    protected JdbcCodec<Duration> intervals() {
        return IntervalCodec.INSTANCE;
    }

    @Override
    protected <E> JdbcCodec<List<E>> arrays(ArrayType<E> type) {
        return new ListCodec<>(type.element(), new ArrayCodec<>(type.element(), codecFor(type.element()), ""));
    }

    /** Durations as the text of an interval. Months are rejected, because they have no fixed length. Immutable. */
    private static final class IntervalCodec extends SimpleCodec<Duration> {

        private static final IntervalCodec INSTANCE = new IntervalCodec();
        private static final Pattern TEXT = Pattern
                .compile("(?:(-?\\d+) days? ?)?(?:(-?)(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?))?");

        private IntervalCodec() {
            super(Types.OTHER);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Duration value) throws SQLException {
            statement.setString(index, DuckDbLiteralRenderer.text(value));
        }

        @Override
        public @Nullable Duration read(ResultSet rows, int index) throws SQLException {
            String text = rows.getString(index);
            if (text == null) {
                return null;
            }
            var parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new SQLException("The database returns \"" + text
                        + "\", which is not an interval of days and seconds. Months have no length as a Duration.",
                        "22007");
            }
            var days = parts.group(1) == null ? Duration.ZERO : Duration.ofDays(Long.parseLong(parts.group(1)));
            if (parts.group(3) == null) {
                return days;
            }
            var seconds = new BigDecimal(parts.group(5));
            var time = Duration.ofHours(Long.parseLong(parts.group(3))).plusMinutes(Long.parseLong(parts.group(4)))
                    .plusNanos(seconds.movePointRight(9).longValueExact());
            return days.plus(parts.group(2).isEmpty() ? time : time.negated());
        }
    }

    /** The driver reads NULL as a NaN, and stores text that is not Unicode as other text. Immutable. */
    private static final class Primitives extends JdbcPrimitives {

        private static final Primitives INSTANCE = new Primitives();

        @Override
        public void setString(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setString(index, UnicodeText.checked(value));
        }

        @Override
        public double getDouble(ResultSet rows, int column) throws SQLException {
            double value = rows.getDouble(column);
            return Double.isNaN(value) && rows.wasNull() ? 0 : value;
        }

        @Override
        public int getInt(ResultSet rows, int column) throws SQLException {
            return (int) checked(wholeLong(rows, column), Integer.MIN_VALUE, Integer.MAX_VALUE);
        }

        @Override
        public long getLong(ResultSet rows, int column) throws SQLException {
            return wholeLong(rows, column);
        }
    }

    private static final class ShortCodec extends SimpleCodec<Short> {

        private static final ShortCodec INSTANCE = new ShortCodec();

        private ShortCodec() {
            super(Types.SMALLINT);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Short value) throws SQLException {
            statement.setShort(index, value);
        }

        @Override
        public @Nullable Short read(ResultSet rows, int index) throws SQLException {
            long value = wholeLong(rows, index);
            return rows.wasNull() ? null : (Short) (short) checked(value, Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }

    private static final class IntegerCodec extends SimpleCodec<Integer> {

        private static final IntegerCodec INSTANCE = new IntegerCodec();

        private IntegerCodec() {
            super(Types.INTEGER);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Integer value) throws SQLException {
            statement.setInt(index, value);
        }

        @Override
        public @Nullable Integer read(ResultSet rows, int index) throws SQLException {
            long value = wholeLong(rows, index);
            return rows.wasNull() ? null : (Integer) (int) checked(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    private static final class LongCodec extends SimpleCodec<Long> {

        private static final LongCodec INSTANCE = new LongCodec();

        private LongCodec() {
            super(Types.BIGINT);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Long value) throws SQLException {
            statement.setLong(index, value);
        }

        @Override
        public @Nullable Long read(ResultSet rows, int index) throws SQLException {
            long value = wholeLong(rows, index);
            return rows.wasNull() ? null : (Long) value;
        }
    }

    private static final class FloatCodec extends SimpleCodec<Float> {

        private static final FloatCodec INSTANCE = new FloatCodec();

        private FloatCodec() {
            super(Types.REAL);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Float value) throws SQLException {
            statement.setFloat(index, value);
        }

        @Override
        public @Nullable Float read(ResultSet rows, int index) throws SQLException {
            float value = rows.getFloat(index);
            return rows.wasNull() ? null : (Float) value;
        }
    }

    private static final class DoubleCodec extends SimpleCodec<Double> {

        private static final DoubleCodec INSTANCE = new DoubleCodec();

        private DoubleCodec() {
            super(Types.DOUBLE);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Double value) throws SQLException {
            statement.setDouble(index, value);
        }

        @Override
        public @Nullable Double read(ResultSet rows, int index) throws SQLException {
            double value = rows.getDouble(index);
            return rows.wasNull() ? null : (Double) value;
        }
    }

    /** Dates, bound as numbers of days that the marker converts back to dates, and read as text. Immutable. */
    private static final class DateCodec extends SimpleCodec<LocalDate> {

        private static final DateCodec INSTANCE = new DateCodec();

        private DateCodec() {
            super(Types.INTEGER);
        }

        @Override
        public void bind(PreparedStatement statement, int index, LocalDate value) throws SQLException {
            statement.setLong(index, value.toEpochDay());
        }

        @Override
        public @Nullable LocalDate read(ResultSet rows, int index) throws SQLException {
            String text = rows.getString(index);
            return text == null ? null : TimeText.parseDate(text);
        }
    }

    /** Points in time, bound as microseconds that the marker converts back to timestamps. Immutable. */
    private static final class PointCodec extends SimpleCodec<OffsetDateTime> {

        private static final PointCodec INSTANCE = new PointCodec();

        private PointCodec() {
            super(Types.BIGINT);
        }

        @Override
        public void bind(PreparedStatement statement, int index, OffsetDateTime value) throws SQLException {
            statement.setLong(index, ChronoUnit.MICROS.between(Instant.EPOCH, value.toInstant()));
        }

        @Override
        public @Nullable OffsetDateTime read(ResultSet rows, int index) throws SQLException {
            // as an object, the driver would return the local time, which is ambiguous at the end of summer time
            long micros = rows.getLong(index);
            return rows.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }
    }

    /** Times with an offset, bound as text. Immutable. */
    private static final class OffsetTimeCodec extends SimpleCodec<OffsetTime> {

        private static final OffsetTimeCodec INSTANCE = new OffsetTimeCodec();

        private OffsetTimeCodec() {
            super(Types.VARCHAR);
        }

        @Override
        public void bind(PreparedStatement statement, int index, OffsetTime value) throws SQLException {
            statement.setString(index, value.toString());
        }

        @Override
        public @Nullable OffsetTime read(ResultSet rows, int index) throws SQLException {
            return rows.getObject(index, OffsetTime.class);
        }
    }

    /**
     * Lists as arrays, whose elements are arrays if there are several dimensions. Immutable.
     *
     * @param <E> the Java type of an element
     */
    private static final class ListCodec<E> extends SimpleCodec<List<E>> {

        private final SqlType<E> element;
        private final ArrayCodec<E> arrays;

        private ListCodec(SqlType<E> element, ArrayCodec<E> arrays) {
            super(Types.ARRAY);
            this.element = element;
            this.arrays = arrays;
        }

        @Override
        public void bind(PreparedStatement statement, int index, List<E> value) throws SQLException {
            statement.setArray(index, array(statement.getConnection(), NAMES.render(element), arrays.toElement(value)));
        }

        private static Array array(java.sql.Connection connection, String name, @Nullable Object[] elements)
                throws SQLException {
            var converted = new @Nullable Object[elements.length];
            for (int i = 0; i < elements.length; i++) {
                converted[i] = elements[i] instanceof Object[] inner
                        ? array(connection, name.substring(0, name.length() - 2), inner) : elements[i];
            }
            return connection.createArrayOf(name, converted);
        }

        @Override
        public Object toElement(List<E> value) throws SQLException {
            return arrays.toElement(value);
        }

        @Override
        public @Nullable List<E> read(ResultSet rows, int index) throws SQLException {
            // the driver does not read dates in arrays as text
            if (!(element instanceof ArrayType<?>) && element.family() != TypeFamily.DATE) {
                return arrays.read(rows, index);
            }
            Array array = rows.getArray(index);
            return array == null ? null : elements(array, element);
        }

        // the elements have the type of the array
        @SuppressWarnings("unchecked")
        private static <T> List<T> elements(Array array, SqlType<?> element) throws SQLException {
            var list = new ArrayList<@Nullable Object>();
            for (Object value : (Object[]) array.getArray()) {
                list.add(value instanceof Array inner && element instanceof ArrayType<?> type
                        ? elements(inner, type.element()) : Coercion.coerce(value, element));
            }
            return (List<T>) Collections.unmodifiableList(list);
        }
    }
}
