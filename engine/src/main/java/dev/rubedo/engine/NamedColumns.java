package dev.rubedo.engine;

import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcPrimitives;
import dev.rubedo.compile.ResultColumn;
import dev.rubedo.error.NoSuchColumnException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The positions of columns that are found by their names in a result. Immutable. */
final class NamedColumns {

    private final int[] positions;

    private NamedColumns(int[] positions) {
        this.positions = positions;
    }

    /**
     * Finds columns in a result by their exact names or, failing that, by the only name that differs in case.
     *
     * @throws NoSuchColumnException if one is missing or ambiguous
     */
    static NamedColumns of(ResultSet rows, List<ResultColumn> columns) throws SQLException {
        var metaData = rows.getMetaData();
        var names = new ArrayList<String>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            names.add(metaData.getColumnLabel(i));
        }
        var positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position(columns.get(i).key(), names);
        }
        return new NamedColumns(positions);
    }

    private static int position(String name, List<String> names) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                found.add(i + 1);
            }
        }
        for (int i = 0; found.isEmpty() && i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                found.add(i + 1);
            }
        }
        if (found.size() != 1) {
            throw new NoSuchColumnException("The result has " + (found.isEmpty() ? "no column" : "several columns")
                    + " named \"" + name + "\": " + names
                    + ". Name the column in the text, or specify the columns by position with columns(...).");
        }
        return found.get(0);
    }

    JdbcCodec<?>[] codecs(JdbcCodec<?>[] codecs) {
        var moved = new JdbcCodec<?>[codecs.length];
        for (int i = 0; i < codecs.length; i++) {
            moved[i] = new MovedCodec<>(codecs[i], positions[i]);
        }
        return moved;
    }

    JdbcPrimitives primitives(JdbcPrimitives primitives) {
        return new MovedPrimitives(primitives, positions);
    }

    /** A codec that reads a column at another position. Immutable. */
    private record MovedCodec<T>(JdbcCodec<T> codec, int position) implements JdbcCodec<T> {
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
            return codec.read(rows, position);
        }
    }

    /** A reader of columns at other positions. Immutable. */
    private static final class MovedPrimitives extends JdbcPrimitives {

        private final JdbcPrimitives primitives;
        private final int[] positions;

        private MovedPrimitives(JdbcPrimitives primitives, int[] positions) {
            this.primitives = primitives;
            this.positions = positions;
        }

        @Override
        public int getInt(ResultSet rows, int column) throws SQLException {
            return primitives.getInt(rows, positions[column - 1]);
        }

        @Override
        public long getLong(ResultSet rows, int column) throws SQLException {
            return primitives.getLong(rows, positions[column - 1]);
        }

        @Override
        public double getDouble(ResultSet rows, int column) throws SQLException {
            return primitives.getDouble(rows, positions[column - 1]);
        }

        @Override
        public boolean getBoolean(ResultSet rows, int column) throws SQLException {
            return primitives.getBoolean(rows, positions[column - 1]);
        }

        @Override
        public @Nullable String getString(ResultSet rows, int column) throws SQLException {
            return primitives.getString(rows, positions[column - 1]);
        }
    }
}
