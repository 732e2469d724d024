package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A codec that is based on another one: values are converted when they are bound and read; NULL is passed through.
 * Immutable.
 *
 * @param <T> the Java type
 * @param <S> the Java type of the stored value
 */
public final class MappedCodec<T, S> implements JdbcCodec<T> {

    private final JdbcCodec<S> storage;
    private final Function<T, S> in;
    private final Function<S, T> out;

    /**
     * Creates a codec.
     *
     * @param storage the codec of the stored value
     * @param in converts a value to be stored
     * @param out converts a stored value
     */
    public MappedCodec(JdbcCodec<S> storage, Function<T, S> in, Function<S, T> out) {
        this.storage = storage;
        this.in = in;
        this.out = out;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        storage.bind(statement, index, in.apply(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        storage.bindNull(statement, index);
    }

    @Override
    public T kept(T value) {
        return out.apply(storage.kept(in.apply(value)));
    }

    @Override
    public Object toElement(T value) throws SQLException {
        return storage.toElement(in.apply(value));
    }

    @Override
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        S stored = storage.read(rows, index);
        return stored == null ? null : out.apply(stored);
    }
}
