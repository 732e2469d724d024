package dev.rubedo.result;

import dev.rubedo.codec.FrequentCodecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.RubedoException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the rows of a result by position. The typed methods call the driver directly; {@link #get(int)} uses the
 * codec of the column. Columns count from 1.
 *
 * <p>Created by the engine. It is closed after the last row, by {@link #close()}, and with its connection's
 * transaction. Confined to one thread at a time.
 */
public final class RowReader {

    private final ResultSet rows;
    private final JdbcCodec<?>[] codecs;
    private final StatementOwner owner;
    private final JdbcPrimitives primitives;
    private boolean closed;
    private boolean exhausted;
    /** Set before anything else is attempted, because nothing else may succeed after a stack overflow. */
    private boolean inDoubt;
    private int unreadable;
    private long read;

    /**
     * Creates a reader positioned before the first row.
     *
     * @param primitives reads values that need no codec
     */
    public RowReader(ResultSet rows, JdbcCodec<?>[] codecs, StatementOwner owner, JdbcPrimitives primitives) {
        this.rows = rows;
        this.codecs = codecs;
        this.owner = owner;
        this.primitives = primitives;
    }

    /**
     * Moves to the next row.
     *
     * @return false after the last row, when the reader has been closed
     * @throws ResultException {@link ErrorCode#RESULT_CLOSED} if the reader was closed before its last row, because
     *     rows would be missed silently
     */
    public boolean next() {
        if (closed) {
            return noMore();
        }
        try {
            if (rows.next()) {
                read++;
                return true;
            }
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
        exhausted = true;
        close();
        return false;
    }

    private boolean noMore() {
        if (!exhausted) {
            throw new ResultException(ErrorCode.RESULT_CLOSED,
                    "This result was closed before its last row, because its transaction or connection has ended or "
                            + "close() was called. Call all() earlier, or commit after the loop.");
        }
        return false;
    }

    /** Closes the reader and releases the statement. A second call has no effect. */
    public void close() {
        if (!closed) {
            closed = true;
            owner.closed(this);
        }
    }

    /** Sets the number of rows that the driver fetches at once from now on. */
    public void fetchSize(int size) {
        try {
            rows.setFetchSize(size);
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns whether {@link #next()} has found the end of the rows. */
    public boolean isExhausted() {
        return exhausted;
    }

    /** Returns whether this reader is closed. */
    public boolean isClosed() {
        return closed;
    }

    /** Returns whether the last value read was NULL. */
    public boolean wasNull() {
        try {
            return rows.wasNull();
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a 64-bit integer; 0 for NULL. */
    public long getLong(int column) {
        try {
            return primitives.getLong(rows, column);
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a 32-bit integer; 0 for NULL. */
    public int getInt(int column) {
        try {
            return primitives.getInt(rows, column);
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a floating-point number; 0 for NULL. */
    public double getDouble(int column) {
        try {
            return primitives.getDouble(rows, column);
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a boolean; false for NULL. */
    public boolean getBoolean(int column) {
        try {
            return primitives.getBoolean(rows, column);
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a string; null for NULL. */
    public @Nullable String getString(int column) {
        try {
            return primitives.getString(rows, column);
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a 64-bit integer, or null for NULL. */
    public @Nullable Long getLongOrNull(int column) {
        try {
            long value = primitives.getLong(rows, column);
            return value == 0 && rows.wasNull() ? null : (Long) value;
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a 32-bit integer, or null for NULL. */
    public @Nullable Integer getIntegerOrNull(int column) {
        try {
            int value = primitives.getInt(rows, column);
            return value == 0 && rows.wasNull() ? null : (Integer) value;
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a floating-point number, or null for NULL. */
    public @Nullable Double getDoubleOrNull(int column) {
        try {
            double value = primitives.getDouble(rows, column);
            return value == 0 && rows.wasNull() ? null : (Double) value;
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns a boolean, or null for NULL. */
    public @Nullable Boolean getBooleanOrNull(int column) {
        try {
            boolean value = primitives.getBoolean(rows, column);
            return !value && rows.wasNull() ? null : (Boolean) value;
        } catch (SQLException | RuntimeException | Error e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /**
     * Returns a value with the codec of its column, or null for NULL.
     *
     * @param <T> the Java type of the column
     */
    // the caller specifies the type of the column
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(int column) {
        try {
            return (T) FrequentCodecs.read(codecs[column - 1], rows, column);
        } catch (SQLException e) {
            inDoubt = true;
            throw failed(e);
        } catch (RubedoException e) {
            unreadable = column;
            throw e;
        } catch (RuntimeException | Error e) {
            unreadable = column;
            inDoubt = true;
            owner.doubted(e);
            inDoubt = false;
            throw e;
        }
    }

    /** Returns the number of rows that {@link #next()} has moved to. */
    public long rowsRead() {
        return read;
    }

    /** Returns the number of columns. */
    int width() {
        return codecs.length;
    }

    /** Reads a column with its codec, and returns what the driver delivered. */
    @Nullable
    Object record(RowRecorder recorder, int column) {
        try {
            codecs[column - 1].read(recorder.column(), column);
            return recorder.recorded();
        } catch (SQLException e) {
            inDoubt = true;
            throw failed(e);
        }
    }

    /** Returns the number of the column whose type could not convert its value, or 0 if there was none. */
    public int unreadableColumn() {
        return unreadable;
    }

    /** Returns the underlying JDBC result set, for the engine. */
    public ResultSet jdbc() {
        return rows;
    }

    /** Returns whether a failure was not handled, so that the state of the connection is unknown. */
    public boolean isInDoubt() {
        return inDoubt;
    }

    private RuntimeException failed(Throwable failure) {
        var thrown = owner.failed(failure);
        inDoubt = false;
        return thrown;
    }
}
