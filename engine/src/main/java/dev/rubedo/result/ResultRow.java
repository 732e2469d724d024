package dev.rubedo.result;

import dev.rubedo.codec.Coercion;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.NullValueException;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row that has been read. Two rows are equal if their values are. Immutable. */
final class ResultRow implements Row {

    private final RowShape shape;
    private final @Nullable Object[] values;

    ResultRow(RowShape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    // the selected item determines the type of its value
    @SuppressWarnings("unchecked")
    @Override
    public <T extends @Nullable Object> @Nullable T get(Projection<T> what) {
        return (T) shape.value(what, values);
    }

    // as above
    @SuppressWarnings("unchecked")
    @Override
    public <T> T require(Projection<? extends @Nullable T> what) {
        Object value = shape.value(what, values);
        if (value == null) {
            throw new NullValueException("\"" + what + "\" is NULL in this row. Use get(...) if NULL is possible.");
        }
        return (T) value;
    }

    @Override
    public @Nullable Object get(String name) {
        return values[shape.position(name)];
    }

    @Override
    public @Nullable Object get(int position) {
        if (position < 1 || position > values.length) {
            throw new NoSuchColumnException(
                    "The row has no position " + position + "; it has " + values.length
                            + ", and the first is 1, as in JDBC.");
        }
        return values[position - 1];
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return Coercion.coerce(get(name), type);
    }

    @Override
    public List<String> names() {
        return shape.names();
    }

    @Override
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(values));
    }

    @Override
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String name : shape.names()) {
            map.put(name, values[shape.position(name)]);
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public Row slice(int first, int last) {
        if (first < 1 || last < first || last > values.length) {
            throw new NoSuchColumnException("The row has no positions " + first + " to " + last + "; it has "
                    + values.length + ", and the first is 1, as in JDBC.");
        }
        int[] picked = IntStream.range(first - 1, last).toArray();
        return picked(shape.picked(picked), picked);
    }

    /** Returns a row of some of these values. */
    ResultRow picked(RowShape picked, int[] columns) {
        var some = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            some[i] = values[columns[i]];
        }
        return new ResultRow(picked, some);
    }

    RowShape shape() {
        return shape;
    }

    @Nullable
    Object at(int index) {
        return values[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultRow that && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** Returns the names and values, for logs and tests. */
    @Override
    public String toString() {
        var text = new StringBuilder("(");
        var names = shape.names();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append('=').append(values[i]);
        }
        return text.append(')').toString();
    }
}
