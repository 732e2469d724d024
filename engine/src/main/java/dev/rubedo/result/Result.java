package dev.rubedo.result;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.error.NoResultException;
import dev.rubedo.error.ResultException;
import dev.rubedo.sql.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
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
 * The result of a statement, read lazily and once.
 *
 * <p>It is closed after its last element, by {@link #all()}, {@link #one()}, {@link #optional()} and {@link #first()},
 * and at the end of its transaction. Call {@link #close()} only if you stop before the end. Confined to one thread at a
 * time.
 *
 * @param <T> the element type: that of the single item selected, or {@link Row}
 */
public final class Result<T extends @Nullable Object> implements Iterable<T> {

    /** The value that a mapper returns for a row to skip. */
    private static final Object SKIPPED = new Object();

    private final @Nullable RowReader reader;
    private final @Nullable RowShape shape;
    private final RowMapper<?> mapper;
    private final long affected;
    private final @Nullable List<?> ready;
    private final List<String> names;
    private boolean filters;
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
     * Creates the result of a statement that returns rows; for the engine.
     *
     * @param reader positioned before the first row
     * @param shape the shape of the rows
     */
    public static <T extends @Nullable Object> Result<T> of(RowReader reader, RowShape shape) {
        return new Result<>(reader, shape, shape.mapper(), -1);
    }

    /**
     * Creates the result of a statement that returns no rows; for the engine.
     *
     * @param affected the number of changed rows
     */
    public static <T extends @Nullable Object> Result<T> ofCount(long affected) {
        return new Result<>(null, null, in -> {
            throw new IllegalStateException("no rows");
        }, affected);
    }

    /**
     * Creates a result whose elements are created by the caller's mapping; for the ORM.
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
     * Creates a result of existing elements; for the ORM.
     *
     * @param elements the elements
     * @param shape the selected items, from {@link RowShape#ofParts}: the elements are its rows, or the value of a
     *     single item
     */
    public static <T extends @Nullable Object> Result<T> ofElements(List<T> elements, RowShape shape) {
        return new Result<>(null, shape, in -> null, -1, elements, shape.names());
    }

    /**
     * Creates a result of existing elements; for the ORM.
     *
     * @param elements the elements
     * @param names the names of the selected items
     */
    public static <T extends @Nullable Object> Result<T> ofElements(List<T> elements, List<String> names) {
        return new Result<>(null, null, in -> null, -1, elements, List.copyOf(names));
    }

    /** Returns whether this is a query (or has RETURNING), even if it gives no rows. */
    public boolean returnsRows() {
        return reader != null || ready != null;
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
            while (in.next()) {
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
                    "The query found no row, but one() needs one. Use optional() if there may be none.");
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
                            "The query found several rows, but only one is allowed. Narrow the query, or use first() or all().");
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
     * Returns the elements in lists, which are read one at a time.
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

    /** Returns this result without duplicate elements; rows are equal if their values are. */
    public Result<T> unique() {
        if (ready != null) {
            return new Result<>(null, shape, in -> null, -1, new ArrayList<>(new LinkedHashSet<>(taken())), names);
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
        return rowShape.isMade() ? map(rowShape::rowOf) : reread(rowShape::row);
    }

    /**
     * Returns this result with each row as a record. Each component takes the column with its name, where
     * {@code userName} and {@code user_name} are the same.
     *
     * @throws dev.rubedo.error.NoSuchColumnException if a component has no column
     */
    public <R extends Record> Result<R> as(Class<R> type) {
        var rowShape = shape();
        return rowShape.isMade() ? map(element -> type.cast(rowShape.madeRecord(type).apply(element)))
                : reread(rowShape.record(type));
    }

    /**
     * Returns this result with its rows read by another mapper. The former element is needed only by an earlier filter.
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
            return ofElements(mapped, names);
        }
        return changed(in -> {
            Object element = mapper.map(in);
            return element == SKIPPED ? SKIPPED : mapping.apply(cast(element));
        });
    }

    private <R extends @Nullable Object> Result<R> changed(RowMapper<?> newMapper) {
        var changed = new Result<R>(begin(), shape, newMapper, affected, null, names);
        changed.filters = filters;
        return changed;
    }

    /**
     * Returns an iterator over the elements. Leaving a loop early leaves the result open until its transaction ends.
     */
    @Override
    public Iterator<T> iterator() {
        if (ready != null) {
            return taken().iterator();
        }
        return new Elements(begin());
    }

    /** Closes the result. A second call does nothing. */
    public void close() {
        if (reader != null) {
            reader.close();
        }
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
                                + ". Select the columns themselves to have rows or records.");
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
                    "This result is closed: its transaction or connection has ended. Read it before, or keep the list of all().");
        }
        return reader;
    }

    private static ResultException readAlready() {
        return new ResultException(ErrorCode.RESULT_CLOSED,
                "This result was read already. Keep the list of all(), or execute again.");
    }

    private static ResultException noRows() {
        return new ResultException(ErrorCode.RESULT_CLOSED,
                "This statement returns no rows. Use rowCount() for the number of changed rows, or add returning(...).");
    }

    /** Reads ahead by one element. */
    private final class Elements implements Iterator<T> {

        private final RowReader in;
        private @Nullable T ahead;
        private boolean hasAhead;

        Elements(RowReader in) {
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            while (!hasAhead && in.next()) {
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
