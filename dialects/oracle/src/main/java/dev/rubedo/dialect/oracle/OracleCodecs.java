package dev.rubedo.dialect.oracle;

import dev.rubedo.codec.CheckedCodec;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.ObjectCodec;
import dev.rubedo.codec.SimpleCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of Oracle's driver. An empty string is rejected, because the server would store and compare it as NULL.
 * Binary floating-point numbers are sent as such, because a NUMBER supports neither all of their digits nor NaN.
 * Immutable.
 */
final class OracleCodecs extends Codecs {

    /** The driver's {@code OracleTypes.BINARY_FLOAT}. */
    private static final int BINARY_FLOAT = 100;
    /** The driver's {@code OracleTypes.BINARY_DOUBLE}. */
    private static final int BINARY_DOUBLE = 101;
    /** The driver's {@code OracleTypes.INTERVALDS}. */
    private static final int INTERVAL = -104;
    private static final int DIGITS = 9;
    private static final String EMPTY = "Oracle treats an empty string as NULL, in columns and in comparisons. Pass "
            + "null, or use isNull() for comparisons.";

    private final boolean hasBooleans;

    OracleCodecs(JsonFormat format, boolean hasBooleans) {
        super(format, "oracle");
        this.hasBooleans = hasBooleans;
    }

    @Override
    public JdbcPrimitives primitives() {
        return Primitives.INSTANCE;
    }

    @Override
    protected JdbcCodec<String> strings() {
        return new CheckedCodec<>(super.strings(), text -> !text.isEmpty(), EMPTY);
    }

    /** Before 23, booleans are numbers. */
    @Override
    protected JdbcCodec<Boolean> booleans() {
        return hasBooleans ? super.booleans() : BooleanNumber.INSTANCE;
    }

    @Override
    protected JdbcCodec<Float> reals() {
        return BinaryFloat.INSTANCE;
    }

    @Override
    protected JdbcCodec<Double> doubles() {
        return BinaryDouble.INSTANCE;
    }

    @Override
    protected int secondDigits() {
        return DIGITS;
    }

    @Override
    protected JdbcCodec<Duration> intervals() {
        return new ObjectCodec<>(Duration.class, INTERVAL);
    }

    @Override
    protected JdbcCodec<UUID> uuids() {
        return uuidText();
    }

    /** A boolean in a {@code NUMBER(1)}. Immutable. */
    private static final class BooleanNumber extends SimpleCodec<Boolean> {

        private static final BooleanNumber INSTANCE = new BooleanNumber();

        private BooleanNumber() {
            super(Types.NUMERIC);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Boolean value) throws SQLException {
            statement.setInt(index, value ? 1 : 0);
        }

        @Override
        public @Nullable Boolean read(ResultSet rows, int index) throws SQLException {
            int value = rows.getInt(index);
            return value == 0 && rows.wasNull() ? null : (Boolean) (value != 0);
        }
    }

    /** A {@code BINARY_FLOAT}. Immutable. */
    private static final class BinaryFloat extends SimpleCodec<Float> {

        private static final BinaryFloat INSTANCE = new BinaryFloat();

        private BinaryFloat() {
            super(BINARY_FLOAT);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Float value) throws SQLException {
            statement.setObject(index, value, BINARY_FLOAT);
        }

        @Override
        public @Nullable Float read(ResultSet rows, int index) throws SQLException {
            float value = rows.getFloat(index);
            return value == 0 && rows.wasNull() ? null : (Float) value;
        }
    }

    /** A {@code BINARY_DOUBLE}. Immutable. */
    private static final class BinaryDouble extends SimpleCodec<Double> {

        private static final BinaryDouble INSTANCE = new BinaryDouble();

        private BinaryDouble() {
            super(BINARY_DOUBLE);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Double value) throws SQLException {
            statement.setObject(index, value, BINARY_DOUBLE);
        }

        @Override
        public @Nullable Double read(ResultSet rows, int index) throws SQLException {
            double value = rows.getDouble(index);
            return value == 0 && rows.wasNull() ? null : (Double) value;
        }
    }

    /** Plain JDBC, with the rules of the codecs. Immutable. */
    private static final class Primitives extends JdbcPrimitives {

        private static final Primitives INSTANCE = new Primitives();

        @Override
        public void setDouble(PreparedStatement statement, int index, double value) throws SQLException {
            statement.setObject(index, value, BINARY_DOUBLE);
        }

        @Override
        public void setString(PreparedStatement statement, int index, String value) throws SQLException {
            if (value.isEmpty()) {
                throw new SQLDataException(EMPTY, CheckedCodec.OUT_OF_RANGE);
            }
            statement.setString(index, value);
        }
    }
}
