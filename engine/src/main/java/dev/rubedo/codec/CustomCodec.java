package dev.rubedo.codec;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.type.CustomType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A codec for a user-defined type, based on the codec of its storage type. Unlike {@link MappedCodec}, it passes NULL
 * to the type. Immutable.
 *
 * @param <T> the Java type
 * @param <S> the Java type of the stored value
 */
final class CustomCodec<T, S> implements JdbcCodec<T> {

    private final CustomType<T, S> type;
    private final JdbcCodec<S> storage;

    CustomCodec(CustomType<T, S> type, JdbcCodec<S> storage) {
        this.type = type;
        this.storage = storage;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        bindStored(statement, index, stored(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        bindStored(statement, index, stored(null));
    }

    private void bindStored(PreparedStatement statement, int index, @Nullable S stored) throws SQLException {
        if (stored == null) {
            storage.bindNull(statement, index);
        } else {
            storage.bind(statement, index, stored);
        }
    }

    @Override
    public T kept(T value) {
        S stored = stored(value);
        T kept = stored == null ? null : type.fromStorage(storage.kept(stored));
        return kept == null ? value : kept;
    }

    @Override
    public Object toElement(T value) throws SQLException {
        S stored = stored(value);
        if (stored == null) {
            throw new SQLDataException(
                    "A custom type converts a value to NULL, which is not supported for an element of an array.",
                    "22004");
        }
        return storage.toElement(stored);
    }

    @Override
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        S stored = storage.read(rows, index);
        try {
            return type.fromStorage(stored);
        } catch (RubedoException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ResultException(ErrorCode.CONVERSION, "The value of column " + EnumCodec.name(rows, index)
                    + " cannot be read by the type " + type + ": " + e.getMessage(), e);
        }
    }

    // what the type throws is a failed conversion, and leaves the connection in order
    private @Nullable S stored(@Nullable T value) {
        try {
            return type.toStorage(value);
        } catch (RubedoException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ResultException(ErrorCode.CONVERSION, "A value of " + type.javaType().getName()
                    + " cannot be written by the type " + type + ": " + e.getMessage(), e);
        }
    }
}
