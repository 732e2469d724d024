package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A codec that truncates values to the precision of a column when they are bound; stored values are read unchanged.
 * Immutable.
 *
 * @param <T> the Java type
 */
final class TruncatingCodec<T> implements JdbcCodec<T> {

    private final JdbcCodec<T> storage;
    private final UnaryOperator<T> cut;

    TruncatingCodec(JdbcCodec<T> storage, UnaryOperator<T> cut) {
        this.storage = storage;
        this.cut = cut;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        storage.bind(statement, index, cut.apply(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        storage.bindNull(statement, index);
    }

    @Override
    public T kept(T value) {
        return cut.apply(value);
    }

    @Override
    public Object toElement(T value) throws SQLException {
        return storage.toElement(cut.apply(value));
    }

    @Override
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        return storage.read(rows, index);
    }
}
