package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reading and binding of the values that go to the driver without a codec, because boxing them would cost more than the
 * call. This class is straight JDBC; a database whose driver would change a value overrides the method concerned:
 * {@link #getInt}, {@link #getLong}, {@link #getDouble}, {@link #getBoolean}, {@link #getString}, {@link #setInt},
 * {@link #setLong}, {@link #setDouble}, {@link #setBoolean}, {@link #setString}. An override does what the codec of the
 * type does.
 *
 * <p>Immutable.
 */
@Spi
public class JdbcPrimitives {

    /** Straight JDBC. */
    public static final JdbcPrimitives JDBC = new JdbcPrimitives();

    /** For subclasses. */
    protected JdbcPrimitives() {}

    /** Reads a whole number of 32 bits, 0 for NULL. */
    public int getInt(ResultSet rows, int column) throws SQLException {
        return rows.getInt(column);
    }

    /** Reads a whole number of 64 bits, 0 for NULL. */
    public long getLong(ResultSet rows, int column) throws SQLException {
        return rows.getLong(column);
    }

    /** Reads a floating-point number, 0 for NULL. */
    public double getDouble(ResultSet rows, int column) throws SQLException {
        return rows.getDouble(column);
    }

    /** Reads a truth value, false for NULL. */
    public boolean getBoolean(ResultSet rows, int column) throws SQLException {
        return rows.getBoolean(column);
    }

    /** Reads a string, null for NULL. */
    public @Nullable String getString(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }

    /** Binds a whole number of 32 bits. */
    public void setInt(PreparedStatement statement, int index, int value) throws SQLException {
        statement.setInt(index, value);
    }

    /** Binds a whole number of 64 bits. */
    public void setLong(PreparedStatement statement, int index, long value) throws SQLException {
        statement.setLong(index, value);
    }

    /** Binds a floating-point number. */
    public void setDouble(PreparedStatement statement, int index, double value) throws SQLException {
        statement.setDouble(index, value);
    }

    /** Binds a truth value. */
    public void setBoolean(PreparedStatement statement, int index, boolean value) throws SQLException {
        statement.setBoolean(index, value);
    }

    /** Binds a string. */
    public void setString(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, value);
    }
}
