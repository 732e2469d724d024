package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How one type is bound and read on JDBC.
 *
 * <p>The engine calls it with its own statement and result, on the thread that uses the connection; an implementation
 * must not keep or close them, nor move the cursor. Implementations are immutable: one codec serves all connections and
 * threads.
 *
 * @param <T> the Java type
 */
@Spi
public interface JdbcCodec<T> {

    /**
     * Binds a value.
     *
     * @param index the parameter, from 1
     */
    void bind(PreparedStatement statement, int index, T value) throws SQLException;

    /**
     * Binds NULL.
     *
     * @param index the parameter, from 1
     */
    void bindNull(PreparedStatement statement, int index) throws SQLException;

    /**
     * Reads a value of the current row.
     *
     * @param index the column, from 1
     * @return the value, null for NULL
     */
    @Nullable
    T read(ResultSet rows, int index) throws SQLException;

    /**
     * Returns a value as the database keeps it, such as a point in time without the digits that a column does not have;
     * the value itself by default.
     */
    default T kept(T value) {
        return value;
    }

    /**
     * Returns a value as the driver takes it as an element of an array; the value itself by default.
     *
     * @param value the element, not null
     * @throws SQLException if the value is one that {@link #bind} refuses
     */
    default Object toElement(T value) throws SQLException {
        return value;
    }
}
