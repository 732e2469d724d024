package dev.rubedo.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Codecs for booleans and numbers, which use the driver's typed methods. Immutable. */
final class NumberCodecs {

    static final JdbcCodec<Boolean> BOOLEAN = new BooleanCodec();
    static final JdbcCodec<Short> SHORT = new ShortCodec();
    static final JdbcCodec<Integer> INTEGER = new IntegerCodec();
    static final JdbcCodec<Long> LONG = new LongCodec();
    static final JdbcCodec<Float> FLOAT = new FloatCodec();
    static final JdbcCodec<Double> DOUBLE = new DoubleCodec();
    static final JdbcCodec<BigDecimal> DECIMAL = new DecimalCodec(-1);

    private NumberCodecs() {}

    /** Returns the codec of decimal numbers with a number of fraction digits; -1 for any. */
    static JdbcCodec<BigDecimal> decimals(int scale) {
        return scale < 0 ? DECIMAL : new DecimalCodec(scale);
    }

    /** Returns a number as a column with this scale stores it: rounded half away from zero. */
    static BigDecimal rounded(BigDecimal value, int scale) {
        return scale < 0 || value.scale() <= scale ? value : value.setScale(scale, RoundingMode.HALF_UP);
    }

    private static final class BooleanCodec extends SimpleCodec<Boolean> {
        BooleanCodec() {
            super(Types.BOOLEAN);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Boolean value) throws SQLException {
            statement.setBoolean(index, value);
        }

        @Override
        public @Nullable Boolean read(ResultSet rows, int index) throws SQLException {
            boolean value = rows.getBoolean(index);
            return !value && rows.wasNull() ? null : (Boolean) value;
        }
    }

    private static final class ShortCodec extends SimpleCodec<Short> {
        ShortCodec() {
            super(Types.SMALLINT);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Short value) throws SQLException {
            statement.setShort(index, value);
        }

        @Override
        public @Nullable Short read(ResultSet rows, int index) throws SQLException {
            short value = rows.getShort(index);
            return value == 0 && rows.wasNull() ? null : (Short) value;
        }
    }

    static final class IntegerCodec extends SimpleCodec<Integer> {
        IntegerCodec() {
            super(Types.INTEGER);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Integer value) throws SQLException {
            statement.setInt(index, value);
        }

        @Override
        public @Nullable Integer read(ResultSet rows, int index) throws SQLException {
            int value = rows.getInt(index);
            return value == 0 && rows.wasNull() ? null : (Integer) value;
        }
    }

    static final class LongCodec extends SimpleCodec<Long> {
        LongCodec() {
            super(Types.BIGINT);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Long value) throws SQLException {
            statement.setLong(index, value);
        }

        @Override
        public @Nullable Long read(ResultSet rows, int index) throws SQLException {
            long value = rows.getLong(index);
            return value == 0 && rows.wasNull() ? null : (Long) value;
        }
    }

    private static final class FloatCodec extends SimpleCodec<Float> {
        FloatCodec() {
            super(Types.REAL);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Float value) throws SQLException {
            statement.setFloat(index, value);
        }

        @Override
        public @Nullable Float read(ResultSet rows, int index) throws SQLException {
            float value = rows.getFloat(index);
            return value == 0 && rows.wasNull() ? null : (Float) value;
        }
    }

    private static final class DoubleCodec extends SimpleCodec<Double> {
        DoubleCodec() {
            super(Types.DOUBLE);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Double value) throws SQLException {
            statement.setDouble(index, value);
        }

        @Override
        public @Nullable Double read(ResultSet rows, int index) throws SQLException {
            double value = rows.getDouble(index);
            return value == 0 && rows.wasNull() ? null : (Double) value;
        }
    }

    private static final class DecimalCodec extends SimpleCodec<BigDecimal> {
        private final int scale;

        private DecimalCodec(int scale) {
            super(Types.NUMERIC);
            this.scale = scale;
        }

        @Override
        public BigDecimal kept(BigDecimal value) {
            return rounded(value, scale);
        }

        @Override
        public void bind(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
            statement.setBigDecimal(index, value);
        }

        @Override
        public @Nullable BigDecimal read(ResultSet rows, int index) throws SQLException {
            return rows.getBigDecimal(index);
        }
    }
}
