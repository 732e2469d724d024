package dev.rubedo.dialect.sqlite;

import dev.rubedo.codec.CheckedCodec;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.SimpleCodec;
import dev.rubedo.codec.TextCodec;
import dev.rubedo.codec.TimeText;
import dev.rubedo.codec.UnicodeText;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.type.NumericType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of SQLite: dates, times and UUIDs are text in SQLAlchemy's form. A decimal number is stored as SQLite's
 * NUMERIC, which is a double; one that a double cannot represent is rejected. Immutable.
 */
final class SqliteCodecs extends Codecs {

    private static final String NO_NAN = "SQLite does not support NaN and would store NULL instead. Store null, or "
            + "another "
            + "number.";

    SqliteCodecs(JsonFormat format) {
        super(format, "sqlite");
    }

    /** SQLite stores 64 bits whatever the name of the type; the driver would truncate them silently. */
    @Override
    protected JdbcCodec<Integer> integers() {
        return new MappedCodec<>(bigInts(), Integer::longValue, SqliteCodecs::toInt);
    }

    @Override
    protected JdbcCodec<Short> smallInts() {
        return new MappedCodec<>(bigInts(), Short::longValue, SqliteCodecs::toShort);
    }

    @Override
    public JdbcPrimitives primitives() {
        return Primitives.INSTANCE;
    }

    @Override
    protected JdbcCodec<String> strings() {
        return TextCodec.UNICODE;
    }

    /** NaN would be stored as NULL. */
    @Override
    protected JdbcCodec<Double> doubles() {
        return new CheckedCodec<>(super.doubles(), number -> !number.isNaN(), NO_NAN);
    }

    @Override
    protected JdbcCodec<Float> reals() {
        return new CheckedCodec<>(super.reals(), number -> !number.isNaN(), NO_NAN);
    }

    /** Text has as many digits as were written. */
    @Override
    protected int secondDigits() {
        return 9;
    }

    @Override
    protected JdbcCodec<BigDecimal> decimals(NumericType type) {
        return new DecimalCodec(type.scale());
    }

    @Override
    protected JdbcCodec<BigDecimal> exactDecimals() {
        return new MappedCodec<>(TextCodec.INSTANCE, BigDecimal::toPlainString, BigDecimal::new);
    }

    @Override
    protected JdbcCodec<LocalDate> dates() {
        return new MappedCodec<>(TextCodec.INSTANCE, TimeText::format, TimeText::parseDate);
    }

    @Override
    protected JdbcCodec<LocalTime> times() {
        return new MappedCodec<>(TextCodec.INSTANCE, TimeText::format, TimeText::parseTime);
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamps() {
        return new MappedCodec<>(TextCodec.INSTANCE, TimeText::format, TimeText::parseTimestamp);
    }

    @Override
    protected JdbcCodec<OffsetDateTime> offsetTimestamps() {
        return new MappedCodec<>(TextCodec.INSTANCE, TimeText::format, TimeText::parseOffset);
    }

    @Override
    protected JdbcCodec<UUID> uuids() {
        return uuidText();
    }

    private static int toInt(long number) {
        if (number != (int) number) {
            throw tooLarge(number, "INTEGER", "BIGINT");
        }
        return (int) number;
    }

    private static short toShort(long number) {
        if (number != (short) number) {
            throw tooLarge(number, "SMALLINT", "INTEGER or BIGINT");
        }
        return (short) number;
    }

    private static ResultException tooLarge(long number, String type, String better) {
        return new ResultException(ErrorCode.CONVERSION,
                "The database holds " + number + ", which does not fit into " + type + ". Declare the column as "
                        + better + ".");
    }

    /** Plain JDBC, except for values that the codecs reject. Immutable. */
    private static final class Primitives extends JdbcPrimitives {

        private static final Primitives INSTANCE = new Primitives();

        @Override
        public int getInt(ResultSet rows, int column) throws SQLException {
            return toInt(rows.getLong(column));
        }

        @Override
        public void setString(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setString(index, UnicodeText.checked(value));
        }

        @Override
        public void setDouble(PreparedStatement statement, int index, double value) throws SQLException {
            if (Double.isNaN(value)) {
                throw new SQLDataException(NO_NAN, CheckedCodec.OUT_OF_RANGE);
            }
            statement.setDouble(index, value);
        }
    }

    /**
     * Decimal numbers as SQLite's integers and doubles, so that comparisons and sums are numeric. A double represents
     * 15 digits of any decimal number; more are rejected. Immutable.
     */
    private static final class DecimalCodec extends SimpleCodec<BigDecimal> {

        private static final MathContext DOUBLE = new MathContext(SqliteLiteralRenderer.DOUBLE_DIGITS,
                RoundingMode.HALF_EVEN);

        private final int scale;

        private DecimalCodec(int scale) {
            super(Types.NUMERIC);
            this.scale = scale;
        }

        @Override
        public BigDecimal kept(BigDecimal value) {
            return scale < 0 || value.scale() <= scale ? value : value.setScale(scale, RoundingMode.HALF_UP);
        }

        @Override
        public void bind(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
            var plain = value.stripTrailingZeros();
            if (SqliteLiteralRenderer.isInteger(plain)) {
                statement.setLong(index, plain.longValueExact());
            } else {
                SqliteLiteralRenderer.requireRepresentable(value);
                statement.setDouble(index, plain.doubleValue());
            }
        }

        @Override
        public @Nullable BigDecimal read(ResultSet rows, int index) throws SQLException {
            BigDecimal number = switch (rows.getObject(index)) {
                case null -> null;
                case Integer i -> BigDecimal.valueOf(i);
                case Long l -> BigDecimal.valueOf(l);
                case Double d -> new BigDecimal(d, DOUBLE).stripTrailingZeros();
                case Object other -> new BigDecimal(other.toString());
            };
            if (number == null) {
                return null;
            }
            if (scale >= 0) {
                return number.setScale(scale, RoundingMode.HALF_UP);
            }
            return number.scale() < 0 ? number.setScale(0) : number;
        }
    }
}
