package dev.rubedo.result;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.error.NoResultException;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.ResultException;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The result of a statement. It is read lazily and can be read only once.
 *
 * <p>It is closed after its last element, by {@link #all()}, {@link #one()}, {@link #optional()} and {@link #first()},
 * and at the end of its transaction. Call {@link #close()} only if you stop before the end. Confined to one thread at a
 * time.
 *
 * @param <T> the element type: that of the single item selected, or {@link Row}
 */
public final class Result<T extends @Nullable Object> implements Iterable<T> {

    /** The value that a mapper returns to skip a row. */
    private static final Object SKIPPED = new Object();

    private final @Nullable RowReader reader;
    private final @Nullable RowShape shape;
    private final RowMapper<?> mapper;
    private final long affected;
    private final @Nullable List<?> ready;
    private final List<String> names;
    private @Nullable Chunks chunks;
    private boolean filters;
    private boolean inserts;
    private List<Row> insertedKeys = List.of();
    private int pageSize;
    private boolean begun;
    private long read;

    private Result(@Nullable RowReader reader, @Nullable RowShape shape, RowMapper<?> mapper, long affected) {
        this(reader, shape, mapper, affected, null, List.of());
    }

    private Result(@Nullable RowReader reader, @Nullable RowShape shape, RowMapper<?> mapper, long affected,
            @Nullable List<?> ready,
            List<String> names) {
        this.ready = ready;
        this.names = names;
        this.reader = reader;
        this.shape = shape;
        this.mapper = mapper;
        this.affected = affected;
    }

    /**
     * Creates the result of a statement that returns rows. For use by the engine.
     *
     * @param reader positioned before the first row
     * @param shape the shape of the rows
     */
    public static <T extends @Nullable Object> Result<T> of(RowReader reader, RowShape shape) {
        return new Result<>(reader, shape, shape.mapper(), -1);
    }

    /**
     * Creates the result of a statement that returns no rows. For use by the engine.
     *
     * @param affected the number of changed rows
     */
    public static <T extends @Nullable Object> Result<T> ofCount(long affected) {
        return new Result<>(null, null, in -> {
            throw new IllegalStateException("no rows");
        }, affected);
    }

    /**
     * Creates the result of an INSERT that returns no rows. For use by the engine.
     *
     * @param affected the number of inserted rows
     * @param keys the primary keys of the rows, if they were requested
     */
    public static <T extends @Nullable Object> Result<T> ofInsert(long affected, List<Row> keys) {
        Result<T> result = ofCount(affected);
        result.inserts = true;
        result.insertedKeys = List.copyOf(keys);
        return result;
    }

    /**
     * Creates a result from rows in memory, for example for a cache or a test.
     *
     * @param names the names of the columns
     * @param rows the values of each row, in the order of the names
     * @throws IllegalArgumentException if a row does not have one value for each name
     */
    public static Result<Row> ofRows(List<String> names, List<? extends List<? extends @Nullable Object>> rows) {
        var shape = RowShape.ofParts(names.stream().map(name -> Sql.literalColumn(name, Types.UNKNOWN)).toList(),
                names);
        var elements = new ArrayList<Row>();
        for (var row : rows) {
            if (row.size() != names.size()) {
                throw new IllegalArgumentException("Each row must have a value for each of " + names + ", but got "
                        + row);
            }
            elements.add(shape.row(row.toArray()));
        }
        return ofElements(elements, shape);
    }

    /**
     * Creates a result whose elements are created by the caller's mapping. For use by the ORM.
     *
     * @param reader positioned before the first row
     * @param shape the selected items, from {@link RowShape#ofParts}: the elements are its rows, or the value of a
     *     single item
     * @param mapping creates an element from the current row
     */
    public static <T extends @Nullable Object> Result<T> of(RowReader reader, RowShape shape,
            Function<RowReader, T> mapping) {
        return new Result<>(reader, shape, mapping::apply, -1, null, shape.names());
    }

    /**
     * Creates a result whose elements are created several at a time while it is read. For use by the ORM.
     *
     * @param reader positioned before the first row
     * @param shape the selected items, as for {@link #of(RowReader, RowShape, Function)}
     * @param more reads the next rows and returns their elements; not called after the last row
     */
    public static <T extends @Nullable Object> Result<T> ofChunks(RowReader reader, RowShape shape,
            Function<RowReader, ? extends List<? extends T>> more) {
        var chunks = new Chunks(more);
        var result = new Result<T>(reader, shape, in -> chunks.current(), -1, null, shape.names());
        result.chunks = chunks;
        return result;
    }

    /**
     * Creates a result from existing elements. For use by the ORM.
     *
     * @param elements the elements
     * @param shape the selected items, from {@link RowShape#ofParts}: the elements are its rows, or the value of a
     *     single item
     */
    public static <T extends @Nullable Object> Result<T> ofElements(List<T> elements, RowShape shape) {
        return new Result<>(null, shape, in -> null, -1, elements, shape.names());
    }

    /**
     * Creates a result from existing elements. For use by the ORM.
     *
     * @param elements the elements
     * @param names the names of the selected items
     */
    public static <T extends @Nullable Object> Result<T> ofElements(List<T> elements, List<String> names) {
        return new Result<>(null, null, in -> null, -1, elements, List.copyOf(names));
    }

    /** Returns whether the statement is a query or has RETURNING, even if there are no rows. */
    public boolean returnsRows() {
        return reader != null || ready != null;
    }

    /** Marks this as the result of an INSERT with RETURNING. For use by the engine. */
    public Result<T> ofInsert() {
        inserts = true;
        return this;
    }

    /** Returns whether the statement was an INSERT. */
    public boolean isInsert() {
        return inserts;
    }

    /** Returns whether there is nothing left to read, because everything was read or the result was closed. */
    public boolean isClosed() {
        return reader != null ? reader.isClosed() && (chunks == null || chunks.isEmpty()) : ready == null || begun;
    }

    /**
     * Returns the primary key of the only inserted row, whether it was assigned or generated.
     *
     * @throws ResultException if the keys were not requested by {@code generatedKeys()}, or there are several rows
     */
    public Row insertedPrimaryKey() {
        var keys = insertedPrimaryKeys();
        if (keys.size() != 1) {
            throw new ResultException(ErrorCode.MULTIPLE_RESULTS, "The INSERT added " + keys.size()
                    + " rows. Use insertedPrimaryKeys() for the keys of all of them.");
        }
        return keys.get(0);
    }

    /**
     * Returns the primary keys of the inserted rows, whether they were assigned or generated.
     *
     * @throws ResultException if the keys were not requested by {@code generatedKeys()}
     */
    public List<Row> insertedPrimaryKeys() {
        if (insertedKeys.isEmpty() && affected != 0) {
            throw new ResultException(ErrorCode.NO_RESULT, "The primary keys are not known. Execute an INSERT with "
                    + "ExecuteOption.generatedKeys(), or add returning(...).");
        }
        return insertedKeys;
    }

    /** Returns the names of the columns, in order. */
    public List<String> names() {
        return shape == null && (reader != null || ready != null) ? names : shape().names();
    }

    /**
     * Returns the number of rows that an INSERT, UPDATE or DELETE changed; for a statement that returns rows, the
     * number of rows read so far.
     */
    public long rowCount() {
        return reader == null && ready == null ? affected : read;
    }

    /** Returns all remaining elements; possibly none. */
    public List<T> all() {
        if (ready != null) {
            return new ArrayList<>(taken());
        }
        var in = begin();
        var elements = new ArrayList<T>();
        try {
            while (advance(in)) {
                read++;
                Object element = mapper.map(in);
                if (element != SKIPPED) {
                    elements.add(cast(element));
                }
            }
        } finally {
            close();
        }
        return elements;
    }

    /**
     * Returns the only element.
     *
     * @throws NoResultException
     *             if there is none
     * @throws MultipleResultsException
     *             if there are several
     */
    public T one() {
        var elements = upToTwo();
        if (elements.isEmpty()) {
            throw new NoResultException(
                    "The query returned no row, but one() requires one. Use optional() if there may be none.");
        }
        return elements.get(0);
    }

    /**
     * Returns the only element, or empty if there is none (or it is NULL).
     *
     * @throws MultipleResultsException if there are several
     */
    public Optional<@NonNull T> optional() {
        var elements = upToTwo();
        return elements.isEmpty() ? Optional.empty() : Optional.ofNullable(elements.get(0));
    }

    private List<T> upToTwo() {
        var elements = new ArrayList<T>(1);
        try {
            for (var element : this) {
                if (!elements.isEmpty()) {
                    throw new MultipleResultsException(
                            "The query returned several rows, but only one is allowed. Narrow the query, or use "
                                    + "first() or all().");
                }
                elements.add(element);
            }
        } finally {
            close();
        }
        return elements;
    }

    /** Returns the first element, or empty if there is none (or it is NULL), and closes the result. */
    public Optional<@NonNull T> first() {
        try {
            var elements = iterator();
            return elements.hasNext() ? Optional.ofNullable(elements.next()) : Optional.empty();
        } finally {
            close();
        }
    }

    /** Returns the elements as a lazy stream. Closing the stream closes the result. */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /**
     * Returns the elements in lists of a given size, which are read one list at a time.
     *
     * @param size the number of elements in a list; the last one may have fewer
     */
    public Iterable<List<T>> partitions(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("partitions(" + size + "): the size must be positive");
        }
        var elements = iterator();
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public List<T> next() {
                var part = new ArrayList<T>();
                do {
                    part.add(elements.next());
                } while (part.size() < size && elements.hasNext());
                return part;
            }
        };
    }

    /**
     * Returns the elements in lists as {@link #partitions(int)} does, of the size given to {@link #yieldPer}.
     *
     * @throws IllegalStateException if no size was given
     */
    public Iterable<List<T>> partitions() {
        if (pageSize == 0) {
            throw new IllegalStateException(
                    "partitions() requires a size. Call yieldPer(...) first, or use partitions(size).");
        }
        return partitions(pageSize);
    }

    /**
     * Makes the driver fetch the remaining rows in chunks, which are also the lists of {@link #partitions()}. Most
     * drivers have already fetched all rows by now: to limit memory use, execute the statement with
     * {@code ExecuteOption.yieldPer(rows)}.
     *
     * @param rows the number of rows
     * @return this result
     */
    public Result<T> yieldPer(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("yieldPer(" + rows + "): the number of rows must be positive");
        }
        if (reader != null && !reader.isClosed()) {
            reader.fetchSize(rows);
        }
        return inPartitionsOf(rows);
    }

    /** Sets the size of {@link #partitions()}. For use by the engine. */
    public Result<T> inPartitionsOf(int rows) {
        pageSize = rows;
        return this;
    }

    /**
     * Returns this result without duplicate elements, of which the first is kept.
     *
     * @param strategy returns the value by which elements are compared, for example {@code row -> row.get("id")}
     */
    public Result<T> unique(Function<? super T, ? extends @Nullable Object> strategy) {
        Set<@Nullable Object> seen = new HashSet<>();
        if (ready != null) {
            List<T> first = new ArrayList<>();
            taken().forEach(element -> {
                if (seen.add(strategy.apply(element))) {
                    first.add(element);
                }
            });
            return derived(first);
        }
        Result<T> unique = changed(in -> {
            Object element = mapper.map(in);
            return element != SKIPPED && seen.add(strategy.apply(cast(element))) ? element : SKIPPED;
        });
        unique.filters = true;
        return unique;
    }

    /** Returns this result without duplicate elements; rows are equal if their values are. */
    public Result<T> unique() {
        if (ready != null) {
            return derived(new ArrayList<>(new LinkedHashSet<>(taken())));
        }
        Set<@Nullable Object> seen = new HashSet<>();
        Result<T> unique = changed(in -> {
            Object element = mapper.map(in);
            return element != SKIPPED && seen.add(element) ? element : SKIPPED;
        });
        unique.filters = true;
        return unique;
    }

    /** Returns this result as rows, even if a single item was selected. */
    public Result<Row> rows() {
        var rowShape = shape();
        if (ready != null) {
            return ofElements(taken().stream().<Row>map(rowShape::rowOf).toList(), rowShape);
        }
        return rowShape.isMade() ? map(rowShape::rowOf) : reread(rowShape::row);
    }

    /** Returns this result with each row as an unmodifiable map of its values by name; see {@link Row#asMap()}. */
    public Result<Map<String, @Nullable Object>> mappings() {
        return rows().map(Row::asMap);
    }

    /**
     * Returns this result with some of its columns, in the given order.
     *
     * @param what items of the select list; a table stands for all its columns
     * @throws dev.rubedo.error.NoSuchColumnException if one was not selected
     */
    public Result<Row> columns(Projection<?>... what) {
        var rowShape = shape();
        return picked(Arrays.stream(what).flatMapToInt(item -> Arrays.stream(rowShape.positions(item))).toArray());
    }

    /**
     * Returns this result with the columns of these names.
     *
     * @throws dev.rubedo.error.NoSuchColumnException if there is no column with a name
     * @throws dev.rubedo.error.AmbiguousColumnException if several columns have a name
     */
    public Result<Row> columns(String... columnNames) {
        var rowShape = shape();
        return picked(Arrays.stream(columnNames).mapToInt(rowShape::position).toArray());
    }

    /**
     * Returns this result with the columns at these positions, from 1.
     *
     * @throws dev.rubedo.error.NoSuchColumnException if there is no such position
     */
    public Result<Row> columns(int... positions) {
        int width = shape().width();
        for (int position : positions) {
            if (position < 1 || position > width) {
                throw new NoSuchColumnException("The row has no position " + position + "; it has " + width
                        + ", and the first is 1, as in JDBC.");
            }
        }
        return picked(Arrays.stream(positions).map(position -> position - 1).toArray());
    }

    private Result<Row> picked(int[] positions) {
        var some = shape().picked(positions);
        var picking = rows().<Row>map(row -> ((ResultRow) row).picked(some, positions));
        if (ready != null) {
            return ofElements(picking.all(), some).inPartitionsOf(pageSize);
        }
        return readAsThis(new Result<>(reader, some, picking.mapper, affected, null, some.names()));
    }

    /** Returns this result with only the value of one item of the select list. */
    public <V extends @Nullable Object> Result<V> column(Projection<V> what) {
        shape().positions(what);
        return rows().map((Function<Row, V>) row -> value(row, what));
    }

    // the value of a row is null only if that of the projection may be
    @SuppressWarnings("NullAway")
    private static <V extends @Nullable Object> V value(Row row, Projection<V> what) {
        return row.get(what);
    }

    /**
     * Returns this result with only the value at a position, from 1.
     *
     * @throws dev.rubedo.error.NoSuchColumnException if there is no such position
     */
    public Result<@Nullable Object> column(int position) {
        return columns(position).map(row -> row.get(1));
    }

    /** Reads all remaining elements and returns them as an object that can be kept and read many times. */
    public FrozenResult<T> freeze() {
        return new FrozenResult<>(all(), shape, names());
    }

    /**
     * Reads this result and others with the same columns, and returns their elements as one result, in this order.
     *
     * @throws IllegalArgumentException if the names of the columns differ
     */
    @SafeVarargs
    public final Result<T> merge(Result<? extends T>... others) {
        for (var other : others) {
            if (!other.names().equals(names())) {
                throw new IllegalArgumentException(
                        "merge(...): the columns " + other.names() + " of another result differ from " + names()
                                + ". Select the same columns.");
            }
        }
        List<T> elements = new ArrayList<>(all());
        for (var other : others) {
            elements.addAll(other.all());
        }
        return derived(elements);
    }

    /**
     * Reads this result and another one, and returns rows with the columns of both, which are combined by position.
     *
     * @throws IllegalArgumentException if they have different numbers of rows
     */
    public Result<Row> spliceHorizontally(Result<?> other) {
        var both = shape().with(other.shape());
        var left = rows().all();
        var right = other.rows().all();
        if (left.size() != right.size()) {
            throw new IllegalArgumentException("spliceHorizontally(...): the results have " + left.size() + " and "
                    + right.size() + " rows. Both must have the same number.");
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < left.size(); i++) {
            var values = new ArrayList<@Nullable Object>(left.get(i).values());
            values.addAll(right.get(i).values());
            rows.add(both.row(values.toArray()));
        }
        return ofElements(rows, both);
    }

    private Result<T> derived(List<T> elements) {
        return new Result<T>(null, shape, in -> null, -1, elements, names).inPartitionsOf(pageSize);
    }

    /**
     * Returns this result with each row as a record. Each component receives the column with its name, where
     * {@code userName} and {@code user_name} are considered the same.
     *
     * @throws dev.rubedo.error.NoSuchColumnException if a component has no column
     * @throws dev.rubedo.error.AmbiguousColumnException if several columns match a component, such as the {@code id} of
     *     two joined tables
     */
    public <R extends Record> Result<R> as(Class<R> type) {
        var rowShape = shape();
        return rowShape.isMade() || ready != null ? map(element -> type.cast(rowShape.madeRecord(type).apply(element)))
                : reread(rowShape.record(type));
    }

    /**
     * Returns this result with its rows read by another mapper. The original element is needed only by an earlier
     * filter.
     */
    private <R> Result<R> reread(RowMapper<?> newMapper) {
        return changed(filters ? in -> mapper.map(in) == SKIPPED ? SKIPPED : newMapper.map(in) : newMapper);
    }

    /**
     * Returns this result with each element mapped to another.
     *
     * @param mapping called once for each element, when it is read
     */
    public <R extends @Nullable Object> Result<R> map(Function<? super T, ? extends R> mapping) {
        if (ready != null) {
            List<R> mapped = new ArrayList<>();
            taken().forEach(element -> mapped.add(mapping.apply(element)));
            return Result.<R>ofElements(mapped, names).inPartitionsOf(pageSize);
        }
        return changed(in -> {
            Object element = mapper.map(in);
            return element == SKIPPED ? SKIPPED : mapping.apply(cast(element));
        });
    }

    private <R extends @Nullable Object> Result<R> changed(RowMapper<?> newMapper) {
        return readAsThis(new Result<>(begin(), shape, newMapper, affected, null, names));
    }

    private <R extends @Nullable Object> Result<R> readAsThis(Result<R> changed) {
        changed.filters = filters;
        changed.chunks = chunks;
        changed.pageSize = pageSize;
        return changed;
    }

    /**
     * Returns an iterator over the elements. If a loop ends early, the result remains open until its transaction ends.
     */
    @Override
    public Iterator<T> iterator() {
        if (ready != null) {
            return taken().iterator();
        }
        return new Elements(begin());
    }

    /** Closes the result. A second call has no effect. */
    public void close() {
        if (reader != null) {
            reader.close();
            if (chunks != null) {
                chunks.clear();
            }
        }
    }

    private boolean advance(RowReader in) {
        return chunks == null ? in.next() : chunks.next(in);
    }

    // the mapper was created for a Statement<T>, or by the methods above
    @SuppressWarnings({"unchecked", "NullAway"})
    private T cast(@Nullable Object element) {
        return (T) element;
    }

    /** Returns the existing elements, once. */
    // the elements were given as a List<T>
    @SuppressWarnings({"unchecked", "NullAway"})
    private List<T> taken() {
        if (begun) {
            throw readAlready();
        }
        begun = true;
        read = ready.size();
        return (List<T>) ready;
    }

    private RowShape shape() {
        if (shape == null) {
            if (reader != null || ready != null) {
                throw new ResultException(ErrorCode.NO_SUCH_COLUMN,
                        "This result consists of entities, not of columns: " + names
                                + ". Select the columns themselves to get rows or records.");
            }
            throw noRows();
        }
        return shape;
    }

    private RowReader begin() {
        if (reader == null) {
            throw noRows();
        }
        if (begun) {
            throw readAlready();
        }
        begun = true;
        if (reader.isClosed()) {
            throw new ResultException(ErrorCode.RESULT_CLOSED,
                    "This result is closed, because its transaction or connection has ended. Read it earlier, or keep "
                            + "the list returned by all().");
        }
        return reader;
    }

    private static ResultException readAlready() {
        return new ResultException(ErrorCode.RESULT_CLOSED,
                "This result has already been read. Keep the list returned by all(), or execute the statement again.");
    }

    private static ResultException noRows() {
        return new ResultException(ErrorCode.RESULT_CLOSED,
                "This statement returns no rows. Use rowCount() for the number of changed rows, or add "
                        + "returning(...).");
    }

    @Override
    public String toString() {
        String state = reader == null && ready == null ? "rowCount=" + affected : names().toString();
        return "Result[" + state
                + (reader == null ? "" : reader.isClosed() ? ", closed" : begun ? ", being read" : ", unread") + "]";
    }

    /** An iterator that reads ahead by one element. */
    private final class Elements implements Iterator<T> {

        private final RowReader in;
        private @Nullable T ahead;
        private boolean hasAhead;

        Elements(RowReader in) {
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            while (!hasAhead && advance(in)) {
                read++;
                Object element = mapper.map(in);
                if (element != SKIPPED) {
                    ahead = cast(element);
                    hasAhead = true;
                }
            }
            return hasAhead;
        }

        // ahead is an element whenever hasAhead is true
        @SuppressWarnings("NullAway")
        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The result has no more elements.");
            }
            T element = ahead;
            ahead = null;
            hasAhead = false;
            return element;
        }
    }
}
