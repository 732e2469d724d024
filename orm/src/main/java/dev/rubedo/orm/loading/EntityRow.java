package dev.rubedo.orm.loading;

import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.NullValueException;
import dev.rubedo.orm.query.LoadPlan.Part;
import dev.rubedo.orm.query.LoadPlan.ValuePart;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of entities and values. Immutable. */
public final class EntityRow implements Row {

    /** Compares an entity by identity. Immutable. */
    private record Same(ManagedEntity entity) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.entity == entity;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(entity);
        }
    }

    private static final Object NULL = new Object();

    private final List<Part> parts;
    private final @Nullable Object[] values;

    EntityRow(List<Part> parts, @Nullable Object[] values) {
        this.parts = parts;
        this.values = values;
    }

    /** Returns the entities among the values. */
    public List<ManagedEntity> entities() {
        List<ManagedEntity> entities = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof ManagedEntity entity) {
                entities.add(entity);
            }
        }
        return entities;
    }

    /** Returns what tells this row from others: entities by identity, values by equality. */
    List<Object> identity() {
        List<Object> key = new ArrayList<>(values.length);
        for (Object value : values) {
            key.add(value instanceof ManagedEntity entity ? new Same(entity) : value == null ? NULL : value);
        }
        return key;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> @Nullable T get(Projection<T> what) {
        return (T) values[position(what)];
    }

    @Override
    public <T> T require(Projection<? extends @Nullable T> what) {
        T value = get(what);
        if (value == null) {
            throw new NullValueException("\"" + what + "\" is NULL in this row. Use get() where it may be.");
        }
        return value;
    }

    @Override
    public @Nullable Object get(String name) {
        for (int i = 0; i < values.length; i++) {
            if (parts.get(i) instanceof ValuePart value ? value.name().equals(name)
                    : parts.get(i).projection().toString().equals(name)) {
                return values[i];
            }
        }
        throw new NoSuchColumnException("This row has no column \"" + name + "\"; it has " + names() + ".");
    }

    @Override
    public @Nullable Object get(int position) {
        if (position < 1 || position > values.length) {
            throw new NoSuchColumnException("This row has columns 1 to " + values.length + ", not " + position + ".");
        }
        return values[position - 1];
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return type.cast(get(name));
    }

    private int position(Projection<?> what) {
        for (int i = 0; i < values.length; i++) {
            Projection<?> own = parts.get(i).projection();
            if (own == what || own.equals(what)
                    || own instanceof Labeled<?> labeled && labeled.expression().equals(what)) {
                return i;
            }
        }
        throw new NoSuchColumnException("This row has no \"" + what + "\"; it has " + names() + ".");
    }

    private List<String> names() {
        return parts.stream().map(part -> part instanceof ValuePart value ? value.name() : part.projection().toString())
                .toList();
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
