package dev.rubedo.dialect.sqlserver;

import dev.rubedo.codec.CheckedCodec;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.ObjectCodec;
import dev.rubedo.codec.TextCodec;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The codecs of SQL Server's driver. UUIDs are bound as text, which the server converts for comparisons. Immutable.
 */
final class SqlServerCodecs extends Codecs {

    private static final int LAST_YEAR = 9999;
    private static final int DIGITS = 7;
    private static final int MOST_DECIMALS = 10;
    private static final String ONLY_FINITE = "SQL Server supports neither NaN nor infinity. Store null, or another "
            + "number.";
    private static final String ONLY_YEARS = "SQL Server supports the years 1 to 9999, and this value is outside that "
            + "range. "
            + "Use a string.";

    SqlServerCodecs(JsonFormat format) {
        super(format, "mssql");
    }

    @Override
    protected JdbcCodec<Double> doubles() {
        return new CheckedCodec<>(super.doubles(), Double::isFinite, ONLY_FINITE);
    }

    @Override
    protected JdbcCodec<Float> reals() {
        return new CheckedCodec<>(super.reals(), Float::isFinite, ONLY_FINITE);
    }

    @Override
    public JdbcPrimitives primitives() {
        return Primitives.INSTANCE;
    }

    @Override
    protected JdbcCodec<BigDecimal> unboundedDecimals() {
        return exactDecimals();
    }

    /** The column has a fixed number of fraction digits; those that were not given are removed on reading. */
    @Override
    protected JdbcCodec<BigDecimal> exactDecimals() {
        return new CheckedCodec<>(new MappedCodec<>(super.exactDecimals(), value -> value, SqlServerCodecs::stripped),
                value -> value.scale() <= MOST_DECIMALS || value.stripTrailingZeros().scale() <= MOST_DECIMALS,
                "SQL Server stores " + MOST_DECIMALS + " fraction digits of a decimal number without a precision, and "
                        + "this one has more. Round it, or declare a precision and scale.");
    }

    private static BigDecimal stripped(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    protected int secondDigits() {
        return DIGITS;
    }

    @Override
    protected JdbcCodec<LocalDate> dates() {
        return new CheckedCodec<>(super.dates(), date -> isKept(date.getYear()), ONLY_YEARS);
    }

    @Override
    protected JdbcCodec<LocalDateTime> timestamps() {
        return new CheckedCodec<>(super.timestamps(), stamp -> isKept(stamp.getYear()), ONLY_YEARS);
    }

    @Override
    protected JdbcCodec<OffsetDateTime> offsetTimestamps() {
        return new CheckedCodec<>(new ObjectCodec<>(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE),
                stamp -> isKept(stamp.getYear()), ONLY_YEARS);
    }

    private static boolean isKept(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    @Override
    protected JdbcCodec<UUID> uuids() {
        return new MappedCodec<>(TextCodec.INSTANCE, UUID::toString, UUID::fromString);
    }

    /** Plain JDBC, except for numbers that the server does not support. Immutable. */
    private static final class Primitives extends JdbcPrimitives {

        private static final Primitives INSTANCE = new Primitives();

        @Override
        public void setDouble(PreparedStatement statement, int index, double value) throws SQLException {
            if (!Double.isFinite(value)) {
                throw new SQLDataException(ONLY_FINITE, CheckedCodec.OUT_OF_RANGE);
            }
            statement.setDouble(index, value);
        }
    }
}
