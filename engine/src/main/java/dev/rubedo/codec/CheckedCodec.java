package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A codec that rejects values that the database or its driver would change. Immutable.
 *
 * @param <T> the Java type
 */
public final class CheckedCodec<T> implements JdbcCodec<T> {

    /** The SQLSTATE of a value that is out of range. */
    public static final String OUT_OF_RANGE = "22003";

    private final JdbcCodec<T> codec;
    private final Predicate<T> isKept;
    private final String refusal;

    /**
     * Creates a codec.
     *
     * @param codec binds and reads values
     * @param isKept tests whether a value is stored without change
     * @param refusal the error message for other values, including what to do
     */
    public CheckedCodec(JdbcCodec<T> codec, Predicate<T> isKept, String refusal) {
        this.codec = codec;
        this.isKept = isKept;
        this.refusal = refusal;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        codec.bind(statement, index, checked(value));
    }

    private T checked(T value) throws SQLException {
        if (!isKept.test(value)) {
            throw new SQLDataException(refusal, OUT_OF_RANGE);
        }
        return value;
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        codec.bindNull(statement, index);
    }

    @Override
    public Object toElement(T value) throws SQLException {
        return codec.toElement(checked(value));
    }

    @Override
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        return codec.read(rows, index);
    }
}
