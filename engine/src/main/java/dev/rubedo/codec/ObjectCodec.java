package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A codec that uses {@code setObject(value)} and {@code getObject(index, class)}, for classes that the driver supports
 * directly. Immutable.
 *
 * @param <T> the Java type
 */
public final class ObjectCodec<T> extends SimpleCodec<T> {

    private final Class<T> type;

    /**
     * Creates a codec.
     *
     * @param type the class that the driver supports
     * @param jdbcType a constant of {@link java.sql.Types}, for NULL
     */
    public ObjectCodec(Class<T> type, int jdbcType) {
        super(jdbcType);
        this.type = type;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        statement.setObject(index, value);
    }

    @Override
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        return rows.getObject(index, type);
    }

    @Override
    public String toString() {
        return "ObjectCodec[" + type.getSimpleName() + "]";
    }
}
