package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A codec that binds and reads the values of one type on JDBC.
 *
 * <p>The engine calls it with its own statement and result set, on the thread that uses the connection. An
 * implementation must neither retain or close them nor move the cursor. Implementations are immutable: one codec serves
 * all connections and threads.
 *
 * @param <T> the Java type
 */
@Spi
public interface JdbcCodec<T> {

    /**
     * Binds a value.
     *
     * @param index the index of the parameter, from 1
     */
    void bind(PreparedStatement statement, int index, T value) throws SQLException;

    /**
     * Binds NULL.
     *
     * @param index the index of the parameter, from 1
     */
    void bindNull(PreparedStatement statement, int index) throws SQLException;

    /**
     * Reads a value of the current row.
     *
     * @param index the index of the column, from 1
     * @return the value, or null for NULL
     */
    @Nullable
    T read(ResultSet rows, int index) throws SQLException;

    /**
     * Returns a value as the database stores it, such as a point in time truncated, or a number rounded, to the digits
     * of its column; by default the value itself.
     */
    default T kept(T value) {
        return value;
    }

    /**
     * Returns a value as the driver expects it in an array; by default the value itself.
     *
     * @param value the element, not null
     * @throws SQLException if the value is one that {@link #bind} refuses
     */
    default Object toElement(T value) throws SQLException {
        return value;
    }
}
