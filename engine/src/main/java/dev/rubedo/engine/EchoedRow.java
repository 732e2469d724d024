package dev.rubedo.engine;

import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.codec.SensitiveTypes;
import dev.rubedo.compile.ResultColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A log of the values of result rows as they are read, for {@link Echo#ROWS}. It is placed between a reader and its
 * codecs, and assumes that a column that is read again belongs to the next row. Confined to one thread at a time.
 */
final class EchoedRow {

    private final Logger log;
    private final List<ResultColumn> columns;
    private final Map<Integer, String> values = new TreeMap<>();

    EchoedRow(Logger log, List<ResultColumn> columns) {
        this.log = log;
        this.columns = columns;
    }

    JdbcCodec<?>[] codecs(JdbcCodec<?>[] codecs) {
        var echoed = new JdbcCodec<?>[codecs.length];
        for (int i = 0; i < codecs.length; i++) {
            echoed[i] = new EchoedCodec<>(codecs[i]);
        }
        return echoed;
    }

    JdbcPrimitives primitives(JdbcPrimitives primitives) {
        return new EchoedPrimitives(primitives);
    }

    private void read(int index, @Nullable Object value) {
        if (values.containsKey(index)) {
            flush();
        }
        boolean isSensitive = value != null && index <= columns.size()
                && SensitiveTypes.isSensitive(columns.get(index - 1).type());
        values.put(index, isSensitive ? "***" : ParameterText.of(value));
    }

    /** Logs the last row. */
    void flush() {
        if (!values.isEmpty()) {
            log.info("Row {}", values.values().stream().collect(Collectors.joining(", ", "(", ")")));
            values.clear();
        }
    }

    /** A codec that records what it reads. As thread-safe as its row. */
    private final class EchoedCodec<T> implements JdbcCodec<T> {

        private final JdbcCodec<T> codec;

        private EchoedCodec(JdbcCodec<T> codec) {
            this.codec = codec;
        }

        @Override
        public void bind(PreparedStatement statement, int index, T value) throws SQLException {
            codec.bind(statement, index, value);
        }

        @Override
        public void bindNull(PreparedStatement statement, int index) throws SQLException {
            codec.bindNull(statement, index);
        }

        @Override
        public @Nullable T read(ResultSet rows, int index) throws SQLException {
            T value = codec.read(rows, index);
            EchoedRow.this.read(index, value);
            return value;
        }
    }

    /** Primitives that record what they read. As thread-safe as their row. */
    private final class EchoedPrimitives extends JdbcPrimitives {

        private final JdbcPrimitives primitives;

        private EchoedPrimitives(JdbcPrimitives primitives) {
            this.primitives = primitives;
        }

        private void record(ResultSet rows, int column, Object value) throws SQLException {
            EchoedRow.this.read(column, rows.wasNull() ? null : value);
        }

        @Override
        public int getInt(ResultSet rows, int column) throws SQLException {
            int value = primitives.getInt(rows, column);
            record(rows, column, value);
            return value;
        }

        @Override
        public long getLong(ResultSet rows, int column) throws SQLException {
            long value = primitives.getLong(rows, column);
            record(rows, column, value);
            return value;
        }

        @Override
        public double getDouble(ResultSet rows, int column) throws SQLException {
            double value = primitives.getDouble(rows, column);
            record(rows, column, value);
            return value;
        }

        @Override
        public boolean getBoolean(ResultSet rows, int column) throws SQLException {
            boolean value = primitives.getBoolean(rows, column);
            record(rows, column, value);
            return value;
        }

        @Override
        public @Nullable String getString(ResultSet rows, int column) throws SQLException {
            String value = primitives.getString(rows, column);
            EchoedRow.this.read(column, value);
            return value;
        }
    }
}
