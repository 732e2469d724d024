package dev.rubedo.result;

import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query as the driver delivered them, which can be read any number of times without a database. The
 * values are converted on each reading, so that readers do not share mutable objects. Immutable.
 */
public final class RecordedRows {

    private final List<@Nullable Object[]> rows;
    private final int width;

    private RecordedRows(List<@Nullable Object[]> rows, int width) {
        this.rows = List.copyOf(rows);
        this.width = width;
    }

    /**
     * Reads all rows of a reader and closes it.
     *
     * @throws UnsupportedOperationException if a value is a stream or a database handle, such as a large object
     */
    public static RecordedRows of(RowReader reader) {
        try {
            var recorder = new RowRecorder(reader.jdbc());
            var rows = new ArrayList<@Nullable Object[]>();
            int width = reader.width();
            while (reader.next()) {
                var row = new @Nullable Object[width];
                for (int column = 1; column <= width; column++) {
                    row[column - 1] = reader.record(recorder, column);
                }
                rows.add(row);
            }
            return new RecordedRows(rows, width);
        } finally {
            reader.close();
        }
    }

    /**
     * Returns a reader positioned before the first row.
     *
     * @param codecs the codecs of the columns, as they were when the rows were recorded
     * @param primitives reads values that need no codec
     */
    public RowReader reader(JdbcCodec<?>[] codecs, JdbcPrimitives primitives) {
        return new RowReader(RowReplay.of(rows), codecs, Unowned.INSTANCE, primitives);
    }

    /**
     * Returns a binary form of these rows, for caches outside the process.
     *
     * @throws UnsupportedOperationException if a value has none, such as an object of a driver-specific class
     */
    public byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(width);
            out.writeInt(rows.size());
            for (var row : rows) {
                for (var value : row) {
                    ValueFormat.write(out, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Returns the rows of a binary form.
     *
     * @throws UncheckedIOException if it was not created by {@link #encode()}
     */
    public static RecordedRows decode(byte[] form) {
        try (var in = new DataInputStream(new ByteArrayInputStream(form))) {
            int width = in.readInt();
            int size = in.readInt();
            var rows = new ArrayList<@Nullable Object[]>();
            for (int i = 0; i < size; i++) {
                var row = new @Nullable Object[width];
                for (int column = 0; column < width; column++) {
                    row[column] = ValueFormat.read(in);
                }
                rows.add(row);
            }
            return new RecordedRows(rows, width);
        } catch (IOException e) {
            throw new UncheckedIOException("These bytes are not recorded rows: " + e.getMessage(), e);
        }
    }

    /** Returns the number of rows. */
    public int size() {
        return rows.size();
    }

    /** Returns the number of columns. */
    public int width() {
        return width;
    }

    /** Returns an estimate of the memory that the rows occupy, in bytes. */
    public long weight() {
        long weight = 64;
        for (var row : rows) {
            weight += 16 + 4L * width;
            for (var value : row) {
                weight += weight(value);
            }
        }
        return weight;
    }

    private static long weight(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> 56 + text.length();
            case byte[] bytes -> 16 + bytes.length;
            case Object[] array -> {
                long weight = 16;
                for (var element : array) {
                    weight += 4 + weight(element);
                }
                yield weight;
            }
            case RecordedValue several -> 48 + weight(several.value());
            case Object other -> 32;
        };
    }

    @Override
    public String toString() {
        return size() + " rows of " + width + " columns";
    }

    /** The owner of readers that have no statement. Stateless. */
    private enum Unowned implements StatementOwner {
        INSTANCE;

        @Override
        public RuntimeException failed(Throwable failure) {
            return switch (failure) {
                case Error error -> throw error;
                case RuntimeException exception -> exception;
                default -> new IllegalStateException("Recorded rows cannot be read: " + failure.getMessage(), failure);
            };
        }

        @Override
        public void doubted(Throwable failure) {
            // nothing is shared with a driver
        }

        @Override
        public void closed(RowReader reader) {
            // there is no statement to close
        }
    }
}
