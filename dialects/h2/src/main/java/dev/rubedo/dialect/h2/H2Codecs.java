package dev.rubedo.dialect.h2;

import dev.rubedo.codec.ArrayCodec;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.ObjectCodec;
import dev.rubedo.codec.SimpleCodec;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.NumericType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs of H2: those of JDBC, with intervals as durations and JSON as bytes. Immutable. */
final class H2Codecs extends Codecs {

    H2Codecs(JsonFormat format) {
        super(format, "h2");
    }

    @Override
    protected JdbcCodec<BigDecimal> decimals(NumericType type) {
        return new MappedCodec<>(super.decimals(type), value -> value, H2Codecs::plain);
    }

    @Override
    protected JdbcCodec<BigDecimal> exactDecimals() {
        return new MappedCodec<>(super.exactDecimals(), value -> value, H2Codecs::plain);
    }

    /**
     * DECFLOAT removes zeros, even those before the decimal point: 100 is returned as 1E+2, which is not equal to it.
     */
    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    @Override
    protected int intervalDigits() {
        return 9;
    }

    @Override
    protected JdbcCodec<Duration> intervals() {
        return new ObjectCodec<>(Duration.class, Types.OTHER);
    }

    @Override
    protected JdbcCodec<String> json() {
        return JsonText.INSTANCE;
    }

    @Override
    protected <E> JdbcCodec<List<E>> arrays(ArrayType<E> type) {
        return new ArrayCodec<>(type.element(), codecFor(type.element()), "NULL");
    }

    /** A string would become a JSON string; bytes are parsed as a document. Immutable. */
    private static final class JsonText extends SimpleCodec<String> {

        private static final JsonText INSTANCE = new JsonText();

        private JsonText() {
            super(Types.VARBINARY);
        }

        @Override
        public void bind(PreparedStatement statement, int index, String value) throws SQLException {
            statement.setBytes(index, value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public @Nullable String read(ResultSet rows, int index) throws SQLException {
            return rows.getString(index);
        }
    }
}
