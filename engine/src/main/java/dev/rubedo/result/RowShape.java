package dev.rubedo.result;

import dev.rubedo.compile.ResultColumn;
import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.NullValueException;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.UnresolvedElementException;
import dev.rubedo.sql.ColumnNames;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.UnresolvedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a result's rows: the columns, and the position of each selected item among them. Created once for a
 * select list and shared by all its rows. Immutable after construction, except for cached lookups, whose races are
 * harmless.
 */
public final class RowShape {

    private static final int AMBIGUOUS = -1;

    private final SelectList selectList;
    private final List<ResultColumn> columns;
    private final @Nullable List<String> given;
    private final Slot[] slots;
    private volatile @Nullable Map<String, Integer> names;
    private volatile @Nullable RecordMapping<?> records;

    /**
     * Creates a shape.
     *
     * @param selectList the select list; {@link SelectList#NONE} if only the database knows it
     * @param columns the result columns, in order
     */
    public RowShape(SelectList selectList, List<ResultColumn> columns) {
        this.selectList = selectList;
        this.columns = columns;
        this.given = null;
        this.slots = slots(selectList);
    }

    private RowShape(List<String> given, SelectList selectList) {
        this.selectList = selectList;
        this.columns = List.of();
        this.given = List.copyOf(given);
        this.slots = new Slot[given.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slot(selectList.projections().get(i), i, 1, List.of());
        }
    }

    /**
     * Returns the shape of rows whose values are created by the reader, one for each selected item. For use by the ORM.
     *
     * @param parts the selected items
     * @param names the name of each item
     */
    public static RowShape ofParts(List<? extends Projection<?>> parts, List<String> names) {
        return new RowShape(names, SelectList.many(List.copyOf(parts)));
    }

    /** Returns whether values are created by the reader instead of being read from columns. */
    boolean isMade() {
        return given != null;
    }

    /** Returns an element as a row: the element itself, or a row with it as the only value. */
    ResultRow rowOf(@Nullable Object element) {
        if (element instanceof ResultRow row && row.shape() == this) {
            return row;
        }
        if (given == null && selectList.isSingle() && !(slots[0].projection instanceof Expression<?>)) {
            return new ResultRow(this, partsOf(element));
        }
        return new ResultRow(this, new @Nullable Object[]{element});
    }

    private @Nullable Object[] partsOf(@Nullable Object element) {
        if (slots[0].projection instanceof Into<?>) {
            throw new ResultException(ErrorCode.NO_SUCH_COLUMN,
                    "The elements of this result were combined into objects, "
                            + "whose columns were not kept: " + names() + ". Call rows() or as(...) before the result "
                            + "is read.");
        }
        return element instanceof ResultRow row ? row.values().toArray() : new @Nullable Object[width()];
    }

    /** Returns the shape of rows with some of the columns. */
    RowShape picked(int[] positions) {
        return ofParts(Arrays.stream(positions).mapToObj(this::projectionAt).toList(),
                Arrays.stream(positions).mapToObj(names()::get).toList());
    }

    /** Returns the shape of rows with the columns of this and then those of another. */
    RowShape with(RowShape other) {
        var parts = new ArrayList<Projection<?>>();
        IntStream.range(0, width()).forEach(i -> parts.add(projectionAt(i)));
        IntStream.range(0, other.width()).forEach(i -> parts.add(other.projectionAt(i)));
        var all = new ArrayList<>(names());
        all.addAll(other.names());
        return ofParts(parts, all);
    }

    private Projection<?> projectionAt(int position) {
        for (var slot : slots) {
            if (slot.start == position && slot.width == 1 && !(slot.projection instanceof Into<?>)) {
                return slot.projection instanceof RowSource source ? source.columns().get(0) : slot.projection;
            }
        }
        return columns.get(position).source();
    }

    /** Returns the positions of the columns of a selected item, from 0. */
    int[] positions(Projection<?> what) {
        for (var slot : slots) {
            if (isSame(slot, what)) {
                return IntStream.range(slot.start, slot.start + slot.width).toArray();
            }
        }
        return new int[]{column(what)};
    }

    /** Returns a row of these values, one for each column. */
    public Row row(@Nullable Object[] values) {
        return new ResultRow(this, values);
    }

    private static Slot[] slots(SelectList selectList) {
        var slots = new ArrayList<Slot>();
        int start = 0;
        for (var projection : selectList.projections()) {
            var slot = slot(projection, start);
            slots.add(slot);
            start += slot.width;
        }
        return slots.toArray(Slot[]::new);
    }

    private static Slot slot(Projection<?> projection, int start) {
        return switch (projection) {
            case Expression<?> expression -> new Slot(projection, start, 1, List.of());
            case RowSource source -> {
                int width = source.columns().size();
                yield new Slot(projection, start, width, List.of());
            }
            case Into<?> into -> {
                var parts = new ArrayList<Slot>();
                int next = start;
                for (var part : into.parts()) {
                    var slot = slot(part, next);
                    parts.add(slot);
                    next += slot.width;
                }
                yield new Slot(projection, start, next - start, parts);
            }
            case UnresolvedEntity<?> entity -> throw new UnresolvedElementException(
                    "Entity \"" + entity
                            + "\" has no columns without its mapping. Run the statement through a Session.");
        };
    }

    /** Returns the select list. */
    public SelectList selectList() {
        return selectList;
    }

    /** Returns the names of the columns, in order. */
    public List<String> names() {
        return given != null ? given : columns.stream().map(ResultColumn::key).toList();
    }

    /** Returns the number of columns. */
    public int width() {
        return given != null ? given.size() : columns.size();
    }

    /** Returns the mapper for the elements of the result. */
    RowMapper<?> mapper() {
        return selectList.isSingle() ? mapper(slots[0]) : this::row;
    }

    /** Returns the mapper to records. The last one is cached, because a statement is usually read as one type. */
    RowMapper<?> record(Class<? extends Record> type) {
        return mapping(type);
    }

    /** Returns a function that creates a record from an element whose values have already been created. */
    Function<@Nullable Object, ?> madeRecord(Class<? extends Record> type) {
        RecordMapping<?> mapping = mapping(type);
        return element -> mapping.map(rowOf(element));
    }

    private RecordMapping<?> mapping(Class<? extends Record> type) {
        var known = records;
        if (known == null || known.type() != type) {
            known = new RecordMapping<>(type, this);
            records = known;
        }
        return known;
    }

    ResultRow row(RowReader in) {
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.get(i + 1);
        }
        return new ResultRow(this, values);
    }

    private RowMapper<?> mapper(Slot slot) {
        return switch (slot.projection) {
            case Expression<?> expression -> {
                int column = slot.start + 1;
                yield in -> in.get(column);
            }
            case RowSource source -> {
                var shape = part(slot);
                int start = slot.start;
                yield in -> shape.row(in, start);
            }
            case Into<?> into -> intoMapper(into, slot);
            case UnresolvedEntity<?> entity -> throw new IllegalStateException("resolved before");
        };
    }

    /**
     * Returns the mapper of an object. Those of two to four values have calls of their own for each of these, which a
     * compiler can inline by the type of each column, and arrays of a known length, which need not be allocated.
     */
    private RowMapper<?> intoMapper(Into<?> into, Slot slot) {
        var parts = slot.parts.stream().map(this::mapper).toArray(RowMapper<?>[]::new);
        return switch (parts.length) {
            case 2 -> ofTwo(into, slot, parts[0], parts[1]);
            case 3 -> ofThree(into, slot, parts[0], parts[1], parts[2]);
            case 4 -> ofFour(into, slot, parts[0], parts[1], parts[2], parts[3]);
            default -> ofMany(into, slot, parts);
        };
    }

    private RowMapper<?> ofTwo(Into<?> into, Slot slot, RowMapper<?> one, RowMapper<?> two) {
        return in -> {
            Object first;
            Object second;
            int at = 0;
            try {
                first = one.map(in);
                at = 1;
                second = two.map(in);
            } catch (RuntimeException e) {
                throw unreadablePart(in, slot, at, e);
            }
            return build(into, slot, new @Nullable Object[]{first, second});
        };
    }

    private RowMapper<?> ofThree(Into<?> into, Slot slot, RowMapper<?> one, RowMapper<?> two, RowMapper<?> three) {
        return in -> {
            Object first;
            Object second;
            Object third;
            int at = 0;
            try {
                first = one.map(in);
                at = 1;
                second = two.map(in);
                at = 2;
                third = three.map(in);
            } catch (RuntimeException e) {
                throw unreadablePart(in, slot, at, e);
            }
            return build(into, slot, new @Nullable Object[]{first, second, third});
        };
    }

    private RowMapper<?> ofFour(Into<?> into, Slot slot, RowMapper<?> one, RowMapper<?> two, RowMapper<?> three,
            RowMapper<?> four) {
        return in -> {
            Object first;
            Object second;
            Object third;
            Object fourth;
            int at = 0;
            try {
                first = one.map(in);
                at = 1;
                second = two.map(in);
                at = 2;
                third = three.map(in);
                at = 3;
                fourth = four.map(in);
            } catch (RuntimeException e) {
                throw unreadablePart(in, slot, at, e);
            }
            return build(into, slot, new @Nullable Object[]{first, second, third, fourth});
        };
    }

    private RowMapper<?> ofMany(Into<?> into, Slot slot, RowMapper<?>[] parts) {
        return in -> {
            var values = new @Nullable Object[parts.length];
            int i = 0;
            try {
                for (; i < parts.length; i++) {
                    values[i] = parts[i].map(in);
                }
            } catch (RuntimeException e) {
                throw unreadablePart(in, slot, i, e);
            }
            return build(into, slot, values);
        };
    }

    /** Returns the exception for a value that its type could not read; others are returned unchanged. */
    private RuntimeException unreadablePart(RowReader in, Slot slot, int part, RuntimeException failure) {
        if (in.unreadableColumn() != slot.parts.get(part).start + 1) {
            return failure;
        }
        return new ResultException(ErrorCode.CONVERSION, "into(...): the value of " + describe(slot, part)
                + " cannot be read: " + failure.getMessage(), failure);
    }

    private String describe(Slot slot, int part) {
        return "component " + (part + 1) + ", \"" + columns.get(slot.parts.get(part).start).key() + "\",";
    }

    private @Nullable Object build(Into<?> into, Slot slot, @Nullable Object[] values) {
        try {
            return into.builder().build(values);
        } catch (NullPointerException | NullValueException e) {
            throw nullPart(slot, values, e);
        } catch (ClassCastException e) {
            throw misfit(slot, values, e);
        }
    }

    /**
     * Returns the exception for a value whose class the parameter does not accept; other failures are returned
     * unchanged.
     */
    private RuntimeException misfit(Slot slot, @Nullable Object[] values, ClassCastException cause) {
        String message = String.valueOf(cause.getMessage());
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null && message.startsWith("class " + value.getClass().getName() + " cannot be cast")) {
                return new ResultException(ErrorCode.CONVERSION, "into(...): the value of " + describe(slot, i)
                        + " is of class " + value.getClass().getName() + ", which its parameter does not accept: "
                        + message + ". Select an expression with the type of its values.", cause);
            }
        }
        return cause;
    }

    /**
     * Returns the exception for a NULL passed to a primitive parameter. A null that the constructor itself rejects is
     * not explained here.
     */
    private RuntimeException nullPart(Slot slot, @Nullable Object[] values, RuntimeException cause) {
        var nulls = new ArrayList<String>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                nulls.add("\"" + columns.get(slot.parts.get(i).start).key() + "\"");
            }
        }
        if (nulls.isEmpty()) {
            return cause;
        }
        var failure = new NullValueException(String.join(", ", nulls)
                + (nulls.size() == 1 ? " is NULL, but into(...) requires a value. "
                        : " are NULL, but into(...) requires a value. ")
                + "Use a boxed type or Optional in its parameter, or coalesce(...) in the query.");
        failure.initCause(cause);
        return failure;
    }

    private ResultRow row(RowReader in, int start) {
        var values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.get(start + i + 1);
        }
        return new ResultRow(this, values);
    }

    private RowShape part(Slot slot) {
        return new RowShape(SelectList.many(List.of(slot.projection)),
                columns.subList(slot.start, slot.start + slot.width));
    }

    /** Returns the value of a selected item from the values of a row. */
    @Nullable
    Object value(Projection<?> what, @Nullable Object[] values) {
        for (var slot : slots) {
            if (slot.projection == what) {
                return value(slot, values);
            }
        }
        return lookup(what, values);
    }

    private @Nullable Object lookup(Projection<?> what, @Nullable Object[] values) {
        for (var slot : slots) {
            if (isSame(slot, what)) {
                return value(slot, values);
            }
        }
        return values[column(what)];
    }

    private static boolean isSame(Slot slot, Projection<?> what) {
        return slot.projection.equals(what)
                || slot.projection instanceof Labeled<?> label && label.expression().equals(what);
    }

    private int column(Projection<?> what) {
        for (int i = 0; i < columns.size(); i++) {
            var source = columns.get(i).source();
            if (source == what || source.equals(what)) {
                return i;
            }
        }
        throw new NoSuchColumnException(
                "The row does not have \"" + what + "\"; it has " + names() + ". Add it to the select list.");
    }

    private @Nullable Object value(Slot slot, @Nullable Object[] values) {
        if (given != null) {
            return values[slot.start];
        }
        return switch (slot.projection) {
            case Expression<?> expression -> values[slot.start];
            case RowSource source -> allNull(slot, values) ? null : new ResultRow(part(slot), slice(slot, values));
            case Into<?> into -> {
                var parts = slot.parts.stream().map(part -> value(part, values)).toArray();
                yield build(into, slot, parts);
            }
            case UnresolvedEntity<?> entity -> throw new IllegalStateException("resolved before");
        };
    }

    private static boolean allNull(Slot slot, @Nullable Object[] values) {
        for (int i = 0; i < slot.width; i++) {
            if (values[slot.start + i] != null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object[] slice(Slot slot, @Nullable Object[] values) {
        var slice = new @Nullable Object[slot.width];
        System.arraycopy(values, slot.start, slice, 0, slot.width);
        return slice;
    }

    /** Returns the position of a name, from 0. */
    int position(String name) {
        var known = names;
        if (known == null) {
            known = positions();
            names = known;
        }
        Integer position = known.get(name);
        if (position == null) {
            position = known.get(plain(name));
        }
        if (position == null) {
            throw new NoSuchColumnException("The row has no column \"" + name + "\"; it has " + names() + ".");
        }
        if (position == AMBIGUOUS) {
            throw new AmbiguousColumnException("The row has several columns \"" + name + "\": "
                    + IntStream.range(0, width()).filter(i -> plain(names().get(i)).equals(plain(name)))
                            .mapToObj(i -> String.valueOf(source(i)))
                            .collect(Collectors.joining(", "))
                    + ". Get it by the column itself or by position, or label one of them with as(\"...\").");
        }
        return position;
    }

    /** Returns the selected item of a column. */
    Projection<?> source(int position) {
        return given != null ? slots[position].projection : columns.get(position).source();
    }

    /**
     * Returns the positions of other columns with the same original name, which have another name only in this result:
     * {@code id_1} for {@code id}. Repetitions of the same column are not included.
     */
    List<Integer> namesakes(int position) {
        String name = ownName(position);
        return IntStream.range(0, width())
                .filter(i -> i != position && !name.isEmpty() && ownName(i).equals(name)
                        && !source(i).equals(source(position)))
                .boxed().toList();
    }

    private String ownName(int position) {
        return source(position) instanceof Expression<?> expression ? ColumnNames.of(expression) : "";
    }

    private Map<String, Integer> positions() {
        var positions = new HashMap<String, Integer>();
        var keys = names();
        for (int i = 0; i < keys.size(); i++) {
            positions.merge(keys.get(i), i, (a, b) -> AMBIGUOUS);
        }
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            if (!key.equals(plain(key))) {
                positions.merge(plain(key), i, (a, b) -> AMBIGUOUS);
            }
        }
        return positions;
    }

    /** Converts a name that is all upper case, as some databases return unquoted names, to lower case. */
    private static String plain(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** A selected item and its columns. Immutable. */
    private static final class Slot {
        private final Projection<?> projection;
        private final int start;
        private final int width;
        private final List<Slot> parts;

        private Slot(Projection<?> projection, int start, int width, List<Slot> parts) {
            this.projection = projection;
            this.start = start;
            this.width = width;
            this.parts = parts;
        }
    }
}
