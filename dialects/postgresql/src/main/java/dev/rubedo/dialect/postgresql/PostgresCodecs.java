package dev.rubedo.dialect.postgresql;

import dev.rubedo.codec.ArrayCodec;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.EnumCodec;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.SimpleCodec;
import dev.rubedo.codec.TextCodec;
import dev.rubedo.codec.UnicodeText;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.SqlType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/**
 * The codecs of PostgreSQL: those of JDBC, except that JSON, enumerations and intervals are sent as text of unspecified
 * type, which the server infers. Immutable.
 */
final class PostgresCodecs extends Codecs {

    private static final PostgresTypeRenderer NAMES = new PostgresTypeRenderer(new PostgresDialect().traits());

    PostgresCodecs(JsonFormat format) {
        super(format, "postgresql");
    }

    @Override
    protected JdbcCodec<String> strings() {
        return TextCodec.UNICODE;
    }

    @Override
    public JdbcPrimitives primitives() {
        return Primitives.INSTANCE;
    }

    @Override
    protected JdbcCodec<Duration> intervals() {
        return IntervalCodec.INSTANCE;
    }

    @Override
    protected <E extends Enum<E>> JdbcCodec<E> enums(EnumType<E> type) {
        return new EnumCodec<>(type, type.isNative() ? UntypedText.INSTANCE : strings());
    }

    @Override
    protected JdbcCodec<String> labels(LabelType type) {
        return type.isNative() ? UntypedText.INSTANCE : strings();
    }

    @Override
    protected JdbcCodec<String> json() {
        return UntypedText.INSTANCE;
    }

    @Override
    protected <E> JdbcCodec<List<E>> arrays(ArrayType<E> type) {
        return new ArrayCodec<>(type.element(), codecFor(type.element()),
                NAMES.render(leaf(type)).replaceAll("\\(.*\\)", ""));
    }

    /** An array of several dimensions is created with the type of its innermost elements. */
    private static SqlType<?> leaf(ArrayType<?> type) {
        return type.element() instanceof ArrayType<?> inner ? leaf(inner) : type.element();
    }

    /** Plain JDBC, except for text that is not Unicode. Immutable. */
    private static final class Primitives extends JdbcPrimitives {

        private static final Primitives INSTANCE = new Primitives();

        @Override
        public void setString(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setString(index, UnicodeText.checked(value));
        }
    }

    /** Text whose type the server infers. Immutable. */
    private static final class UntypedText extends SimpleCodec<String> {

        private static final UntypedText INSTANCE = new UntypedText();

        private UntypedText() {
            super(Types.OTHER);
        }

        @Override
        public void bind(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setObject(index, UnicodeText.checked(value), Types.OTHER);
        }

        @Override
        public Object toElement(String value) throws SQLException {
            return UnicodeText.checked(value);
        }

        @Override
        public @Nullable String read(ResultSet rows, int index) throws SQLException {
            return rows.getString(index);
        }
    }

    /**
     * Durations, bound as ISO text and read from the driver's interval fields. Months are rejected, because they have no
     * fixed length. Immutable.
     */
    private static final class IntervalCodec extends SimpleCodec<Duration> {

        private static final IntervalCodec INSTANCE = new IntervalCodec();

        private IntervalCodec() {
            super(Types.OTHER);
        }

        @Override
        public void bind(PreparedStatement statement, int index, Duration value) throws SQLException {
            statement.setObject(index,
                    BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9)).toPlainString()
                            + " seconds",
                    Types.OTHER);
        }

        @Override
        public @Nullable Duration read(ResultSet rows, int index) throws SQLException {
            Object value = rows.getObject(index);
            if (value == null) {
                return null;
            }
            if (!(value instanceof PGInterval interval)) {
                throw new SQLException(
                        "The database returns \"" + value + "\", which is not an interval. Cast it to INTERVAL.",
                        "22007");
            }
            if (interval.getYears() != 0 || interval.getMonths() != 0) {
                throw new SQLException(
                        "An interval of months (" + interval.getValue() + ") has no fixed length and cannot be read "
                                + "as a Duration.",
                        "22015");
            }
            return Duration.ofDays(interval.getDays()).plusHours(interval.getHours()).plusMinutes(interval.getMinutes())
                    .plusSeconds(interval.getWholeSeconds()).plusNanos(interval.getMicroSeconds() * 1000L);
        }
    }
}
