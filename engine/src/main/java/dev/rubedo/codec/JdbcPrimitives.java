package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A reader and binder of values that are passed to the driver without a codec, because boxing them would cost more than
 * the call. This class uses plain JDBC. For a driver that would change a value, a subclass overrides the methods
 * concerned: {@link #getInt}, {@link #getLong}, {@link #getDouble}, {@link #getBoolean}, {@link #getString},
 * {@link #setInt}, {@link #setLong}, {@link #setDouble}, {@link #setBoolean}, {@link #setString}. An override must
 * behave like the codec of the type.
 *
 * <p>Immutable.
 */
@Spi
public class JdbcPrimitives {

    /** Plain JDBC. */
    public static final JdbcPrimitives JDBC = new JdbcPrimitives();

    /** For subclasses. */
    protected JdbcPrimitives() {}

    /** Reads a 32-bit integer; 0 for NULL. */
    public int getInt(ResultSet rows, int column) throws SQLException {
        return rows.getInt(column);
    }

    /** Reads a 64-bit integer; 0 for NULL. */
    public long getLong(ResultSet rows, int column) throws SQLException {
        return rows.getLong(column);
    }

    /** Reads a floating-point number; 0 for NULL. */
    public double getDouble(ResultSet rows, int column) throws SQLException {
        return rows.getDouble(column);
    }

    /** Reads a boolean; false for NULL. */
    public boolean getBoolean(ResultSet rows, int column) throws SQLException {
        return rows.getBoolean(column);
    }

    /** Reads a string; null for NULL. */
    public @Nullable String getString(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }

    /** Binds a 32-bit integer. */
    public void setInt(PreparedStatement statement, int index, int value) throws SQLException {
        statement.setInt(index, value);
    }

    /** Binds a 64-bit integer. */
    public void setLong(PreparedStatement statement, int index, long value) throws SQLException {
        statement.setLong(index, value);
    }

    /** Binds a floating-point number. */
    public void setDouble(PreparedStatement statement, int index, double value) throws SQLException {
        statement.setDouble(index, value);
    }

    /** Binds a boolean. */
    public void setBoolean(PreparedStatement statement, int index, boolean value) throws SQLException {
        statement.setBoolean(index, value);
    }

    /** Binds a string. */
    public void setString(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, value);
    }
}
