package dev.rubedo.dialect.mysql;

import dev.rubedo.codec.CheckedCodec;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.TextCodec;
import dev.rubedo.codec.UnicodeText;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The codecs of MySQL and MariaDB: points in time are timestamps in UTC, UUIDs are text. Immutable. */
final class MysqlCodecs extends Codecs {

    private static final int MOST_DECIMALS = 30;
    private static final int LAST_YEAR = 9999;
    private static final String ONLY_FINITE = "MySQL and MariaDB support neither NaN nor infinity. Store null, or "
            + "another number.";

    private final boolean hasUuids;

    MysqlCodecs(JsonFormat format, String dialect, boolean hasUuids) {
        super(format, dialect);
        this.hasUuids = hasUuids;
    }

    @Override
    protected JdbcCodec<String> strings() {
        return TextCodec.UNICODE;
    }

    /** NaN and infinities would be written as column names. */
    @Override
    protected JdbcCodec<Double> doubles() {
        return new CheckedCodec<>(super.doubles(), Double::isFinite, ONLY_FINITE);
    }

    /**
     * REAL is a double here. A value is stored as its decimal representation; a driver would not read the largest one
     * as a float.
     */
    @Override
    protected JdbcCodec<Float> reals() {
        return new CheckedCodec<>(
                new MappedCodec<>(super.doubles(), value -> Double.valueOf(value.toString()), Double::floatValue),
                Float::isFinite, ONLY_FINITE);
    }

    @Override
    public JdbcPrimitives primitives() {
        return Primitives.INSTANCE;
    }

    @Override
    protected JdbcCodec<BigDecimal> unboundedDecimals() {
        return exactDecimals();
    }

    /**
     * The column has a fixed number of fraction digits. Trailing zeros that were not given are removed on reading; more
     * digits are rejected, because the server would round them.
     */
    @Override
    protected JdbcCodec<BigDecimal> exactDecimals() {
        return new CheckedCodec<>(new MappedCodec<>(super.exactDecimals(), value -> value, MysqlCodecs::stripped),
                value -> value.scale() <= MOST_DECIMALS || value.stripTrailingZeros().scale() <= MOST_DECIMALS,
                "MySQL and MariaDB store at most " + MOST_DECIMALS + " fraction digits of a decimal number, and this "
                        + "one has more. Round it.");
    }

    /** The drivers write the year without its era, so that 45 BC would become 45. */
    @Override
    protected JdbcCodec<LocalDateTime> timestamps() {
        return new CheckedCodec<>(super.timestamps(), stamp -> stamp.getYear() >= 1 && stamp.getYear() <= LAST_YEAR,
                "MySQL and MariaDB support timestamps of the years 1 to 9999, and this one is outside that range. Use "
                        + "a "
                        + "string.");
    }

    @Override
    protected JdbcCodec<LocalDate> dates() {
        return new CheckedCodec<>(super.dates(), date -> date.getYear() >= 0 && date.getYear() <= LAST_YEAR,
                "MySQL and MariaDB support dates of the years 0 to 9999, and this one is outside that range. Use a "
                        + "string.");
    }

    private static BigDecimal stripped(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    protected JdbcCodec<OffsetDateTime> offsetTimestamps() {
        return new MappedCodec<>(timestamps(), stamp -> stamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                MysqlCodecs::utc);
    }

    private static OffsetDateTime utc(LocalDateTime stamp) {
        return stamp.atOffset(ZoneOffset.UTC);
    }

    @Override
    protected JdbcCodec<UUID> uuids() {
        return hasUuids ? new MappedCodec<>(TextCodec.INSTANCE, UUID::toString, UUID::fromString) : uuidText();
    }

    /** Plain JDBC, except for numbers that the server does not support. Immutable. */
    private static final class Primitives extends JdbcPrimitives {

        private static final Primitives INSTANCE = new Primitives();

        @Override
        public void setString(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setString(index, UnicodeText.checked(value));
        }

        @Override
        public void setDouble(PreparedStatement statement, int index, double value) throws SQLException {
            if (!Double.isFinite(value)) {
                throw new SQLDataException(ONLY_FINITE, CheckedCodec.OUT_OF_RANGE);
            }
            statement.setDouble(index, value);
        }
    }
}
