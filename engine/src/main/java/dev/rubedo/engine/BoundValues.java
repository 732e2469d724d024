package dev.rubedo.engine;

import dev.rubedo.compile.BindSlot;
import dev.rubedo.compile.StatementShape;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of one execution, from the statement and from the map passed with it. It returns the SQL with expanded
 * lists, and binds the values. Confined to one thread at a time.
 */
final class BoundValues implements ParameterBinder {

    private final CachedStatement statement;
    private final @Nullable Object[] values;
    private final Map<String, ? extends @Nullable Object> named;
    private final boolean isMany;
    private @Nullable Map<Integer, @Nullable Object> newDefaults;

    BoundValues(CachedStatement statement, @Nullable Object[] values, Map<String, ? extends @Nullable Object> named) {
        this(statement, values, named, !named.isEmpty());
    }

    private BoundValues(CachedStatement statement, @Nullable Object[] values,
            Map<String, ? extends @Nullable Object> named, boolean isMany) {
        this.statement = statement;
        this.values = values;
        this.named = named;
        this.isMany = isMany;
        if (isMany) {
            checkNames();
        }
        if (!statement.repeatedNames().isEmpty()) {
            requireOneValue();
        }
    }

    /** Parameters with the same name are one parameter, which can have only one value. */
    private void requireOneValue() {
        var known = new HashMap<String, @Nullable Object>();
        for (var slot : statement.repeatedNames()) {
            var name = slot.name();
            var value = slot.valueIndex() < values.length ? values[slot.valueIndex()] : StatementShape.AWAITED;
            if (name == null || value == StatementShape.AWAITED || named.containsKey(name)) {
                continue;
            }
            if (known.containsKey(name) && !Objects.deepEquals(known.get(name), value)) {
                throw new InvalidStatementException("Two parameters of the statement have the name \"" + name
                        + "\" and different values. Give one of them another name, or pass the value when the "
                        + "statement is executed");
            }
            known.put(name, value);
        }
    }

    /** Creates the values of one row of a batch. */
    static BoundValues ofRow(CachedStatement statement, @Nullable Object[] values,
            Map<String, ? extends @Nullable Object> named) {
        return new BoundValues(statement, values, named, true);
    }

    private void checkNames() {
        for (String name : named.keySet()) {
            if (!statement.names().contains(name)) {
                throw new IllegalArgumentException("The statement has no parameter \"" + name
                        + "\"; its parameters are " + statement.binds().stream().map(BindSlot::name)
                                .filter(Objects::nonNull).distinct().toList()
                        + ".");
            }
        }
    }

    /** Returns the SQL with its lists expanded to the lengths of these values. */
    String sql() {
        if (!statement.compiled().hasExpanding()) {
            return statement.sql();
        }
        int[] sizes = statement.binds().stream().filter(BindSlot::expanding).mapToInt(slot -> list(slot).size())
                .toArray();
        return statement.compiled().expand(sizes);
    }

    @Override
    public void bind(ParameterWriter out) {
        for (var slot : statement.binds()) {
            if (slot.expanding()) {
                out.setList(list(slot));
            } else {
                out.set(value(slot));
            }
        }
    }

    /** Returns the values in the order of the markers, in a form that can be compared. */
    List<@Nullable Object> list() {
        List<@Nullable Object> all = new ArrayList<>();
        for (var slot : statement.binds()) {
            if (slot.expanding()) {
                list(slot).forEach(value -> all.add(comparable(value)));
            } else {
                all.add(comparable(value(slot)));
            }
        }
        return all;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> ByteBuffer.wrap(bytes.clone());
            case Object[] array -> Arrays.stream(array).map(BoundValues::comparable).toList();
            case Collection<?> collection -> collection.stream().map(BoundValues::comparable).toList();
            case null -> null;
            case Object other -> other;
        };
    }

    private @Nullable Object value(BindSlot slot) {
        String name = slot.name();
        if (isMany && name != null) {
            Object given = named.get(name);
            if (given != null || named.containsKey(name)) {
                return given;
            }
        }
        if (slot.defaultOf() != null && isMany) {
            return newDefault(slot);
        }
        if (slot.valueIndex() >= values.length) {
            throw new IllegalArgumentException(
                    "The statement needs more than " + values.length + " values: " + statement.sql());
        }
        Object value = values[slot.valueIndex()];
        if (value == StatementShape.AWAITED) {
            throw StatementExecutor.missing(name == null ? "?" : name);
        }
        return value;
    }

    /** Returns a new default for each row of a batch; other columns of the row may refer to the same one. */
    private @Nullable Object newDefault(BindSlot slot) {
        if (!(slot.defaultOf() instanceof Column<?> column
                && column.insertDefault() instanceof ColumnDefault.Supplied<?> supplied)) {
            return values[slot.valueIndex()];
        }
        var known = newDefaults;
        if (known == null) {
            known = new HashMap<>();
            newDefaults = known;
        }
        if (!known.containsKey(slot.valueIndex())) {
            known.put(slot.valueIndex(), supplied.supplier().get());
        }
        return known.get(slot.valueIndex());
    }

    private Collection<?> list(BindSlot slot) {
        return switch (value(slot)) {
            case null -> throw StatementExecutor.missing(slot.name() == null ? "?" : slot.name());
            case Collection<?> collection -> collection;
            case Object[] array -> Arrays.asList(array);
            case long[] array -> Arrays.stream(array).boxed().toList();
            case int[] array -> Arrays.stream(array).boxed().toList();
            case Iterable<?> iterable -> copy(iterable);
            case Object other -> throw new IllegalArgumentException(
                    "IN requires a list of values, but got a " + other.getClass().getName()
                            + ".");
        };
    }

    private static List<@Nullable Object> copy(Iterable<?> iterable) {
        List<@Nullable Object> copy = new ArrayList<>();
        iterable.forEach(copy::add);
        return copy;
    }
}
