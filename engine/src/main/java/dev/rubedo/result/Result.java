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
 * What a statement returned, read lazily and once.
 *
 * <p>It closes itself after its last element, by {@link #all()}, {@link #one()}, {@link #optional()} and
 * {@link #first()}, and when its transaction ends. Only who stops in the middle of a loop or a stream needs
 * {@link #close()}. Confined to one thread at a time.
 *
 * @param <T> an element: what was selected, or a {@link Row} of several things
 */
public final class Result<T extends @Nullable Object> implements Iterable<T> {

    /** What a mapper gives for a row that is left out. */
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
     * Makes the result of a statement that returns rows; for the engine.
     *
     * @param reader stands before the first row
     * @param shape what the rows consist of
     */
    public static <T extends @Nullable Object> Result<T> of(RowReader reader, RowShape shape) {
        return new Result<>(reader, shape, shape.mapper(), -1);
    }

    /**
     * Makes the result of a statement that returns no rows; for the engine.
     *
     * @param affected how many rows it changed
     */
    public static <T extends @Nullable Object> Result<T> ofCount(long affected) {
        return new Result<>(null, null, in -> {
            throw new IllegalStateException("no rows");
        }, affected);
    }

    /**
     * Creates a result whose elements are made by who reads them; for sessions.
     *
     * @param reader stands before the first row
     * @param shape what was selected, by {@link RowShape#ofParts}: the elements are its rows, or the only value of one
     * @param mapping makes an element of the current row
     */
    public static <T extends @Nullable Object> Result<T> of(RowReader reader, RowShape shape,
            Function<RowReader, T> mapping) {
        return new Result<>(reader, shape, mapping::apply, -1, null, shape.names());
    }

    /**
     * Creates a result of elements that are there already; for sessions.
     *
     * @param elements the elements
     * @param shape what was selected, by {@link RowShape#ofParts}: the elements are its rows, or the only value of one
     */
    public static <T extends @Nullable Object> Result<T> ofElements(List<T> elements, RowShape shape) {
        return new Result<>(null, shape, in -> null, -1, elements, shape.names());
    }

    /**
     * Creates a result of elements that are there already; for sessions.
     *
     * @param elements the elements
     * @param names the names of the things selected
     */
    public static <T extends @Nullable Object> Result<T> ofElements(List<T> elements, List<String> names) {
        return new Result<>(null, null, in -> null, -1, elements, List.copyOf(names));
    }

    /** Returns whether there are rows to read, be they none: whether the statement is a query or has RETURNING. */
    public boolean returnsRows() {
        return reader != null || ready != null;
    }

    /** Returns the names of the columns, in order. */
    public List<String> names() {
        return shape == null && (reader != null || ready != null) ? names : shape().names();
    }

    /**
     * Returns how many rows an INSERT, UPDATE or DELETE changed; of a statement that returns rows, how many were read
     * so far.
     */
    public long rowCount() {
        return reader == null && ready == null ? affected : read;
    }

    /** Returns all elements that are left, possibly none. */
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
     * Returns the only element, empty if there is none (or it is NULL).
     *
     * @throws MultipleResultsException
     *             if there are several
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

    /** Returns the first element, empty if there is none (or it is NULL), and closes the rest. */
    public Optional<@NonNull T> first() {
        try {
            var elements = iterator();
            return elements.hasNext() ? Optional.ofNullable(elements.next()) : Optional.empty();
        } finally {
            close();
        }
    }

    /** Returns the elements as a stream, read as it is consumed; closing the stream closes the result. */
    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /**
     * Returns the elements in lists, read one list at a time.
     *
     * @param size how many elements a list has, the last one perhaps fewer
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

    /** Returns this result without elements that came before; rows are equal if their values are. */
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

    /** Returns this result as rows, also where one thing was selected. */
    public Result<Row> rows() {
        var rowShape = shape();
        return rowShape.isMade() ? map(rowShape::rowOf) : reread(rowShape::row);
    }

    /**
     * Returns this result with each row as a record: each component takes the column of its name, where
     * {@code userName} and {@code user_name} are the same.
     *
     * @throws dev.rubedo.error.NoSuchColumnException if a component has no column
     */
    public <R extends Record> Result<R> as(Class<R> type) {
        var rowShape = shape();
        return rowShape.isMade() ? map(element -> type.cast(rowShape.madeRecord(type).apply(element)))
                : reread(rowShape.record(type));
    }

    /** Returns this result with its rows read in another way. Only a filter before needs the element that was there. */
    private <R> Result<R> reread(RowMapper<?> newMapper) {
        return changed(filters ? in -> mapper.map(in) == SKIPPED ? SKIPPED : newMapper.map(in) : newMapper);
    }

    /**
     * Returns this result with each element made into something else.
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

    /** Reads the elements. Leaving the loop early leaves the result open until its transaction ends. */
    @Override
    public Iterator<T> iterator() {
        if (ready != null) {
            return taken().iterator();
        }
        return new Elements(begin());
    }

    /** Ends reading. A second call does nothing. */
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    // the mapper was made for a Statement<T>, or by the methods above
    @SuppressWarnings({"unchecked", "NullAway"})
    private T cast(@Nullable Object element) {
        return (T) element;
    }

    /** Hands out what is there, once. */
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
