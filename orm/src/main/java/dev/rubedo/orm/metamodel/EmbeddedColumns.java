package dev.rubedo.orm.metamodel;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an embedded record in a statement, as a whole: for comparing and selecting it like any other value. The
 * superclass of generated classes, whose fields are the single columns. Immutable.
 *
 * @param <R> the type of the record
 */
public abstract class EmbeddedColumns<R> {

    /** For generated classes. */
    protected EmbeddedColumns() {}

    /** Returns the columns in the order of the components. */
    protected abstract List<Attribute<?, ?>> $parts();

    /** Returns the values of the components, in order. */
    protected abstract @Nullable Object[] $split(R record);

    /** Creates the record from the values of its components, in order, not all of which are null. */
    protected abstract R $join(@Nullable Object[] values);

    /** Returns the value of a component that may be null. */
    @SuppressWarnings("unchecked") // a column has values of the component's type
    protected final <T> @Nullable T $value(@Nullable Object[] values, int component) {
        return (T) values[component];
    }

    /** Returns the value of a component that is never null, or throws an exception if the row lacks it. */
    @SuppressWarnings("unchecked") // a column has values of the component's type
    protected final <T> T $required(@Nullable Object[] values, int component) {
        Object value = values[component];
        if (value == null) {
            throw new MappingException("\"" + $parts().get(component)
                    + "\" is NULL in a row, but other columns of the embedded record are not, and this component is never"
                    + " null. Mark the component @Nullable, or complete the row.");
        }
        return (T) value;
    }

    /**
     * Returns the condition that each component equals that of a record. With null it is {@link #isNull}, and a
     * component that is null is compared with {@code IS NULL}.
     */
    public final Condition eq(@Nullable R record) {
        if (record == null) {
            return isNull();
        }
        @Nullable Object[] values = $split(record);
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parts.add(equal($parts().get(i), values[i]));
        }
        return all(parts);
    }

    /** Returns the condition that each component equals that of another embedded record of the same type. */
    public final Condition eq(EmbeddedColumns<R> other) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < $parts().size(); i++) {
            parts.add(equal($parts().get(i), other.$parts().get(i)));
        }
        return all(parts);
    }

    /** Returns the condition that a component differs from that of a record: NOT {@link #eq(Object)}. */
    public final Condition ne(@Nullable R record) {
        return eq(record).negate();
    }

    /** Returns the condition that the record equals one of these; never if there are none. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition in(R first, R... more) {
        List<R> records = new ArrayList<>();
        records.add(first);
        records.addAll(Arrays.asList(more));
        return in(records);
    }

    /**
     * Returns the condition that the record equals one of these.
     *
     * @throws IllegalArgumentException if there are none
     */
    public final Condition in(Collection<? extends R> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("in(...) needs at least one record.");
        }
        Condition any = null;
        for (R record : records) {
            Condition one = eq(record);
            any = any == null ? one : any.or(one);
        }
        return Objects.requireNonNull(any, "any");
    }

    /** Returns the condition that there is no record: every column is NULL. */
    public final Condition isNull() {
        return all($parts().stream().<Condition>map(Attribute::isNull).toList());
    }

    /** Returns the condition that there is a record: a column is not NULL. */
    public final Condition isNotNull() {
        return isNull().negate();
    }

    /** Returns the record as an element of a select list. It is null if every column is NULL. */
    public final Into<@Nullable R> value() {
        return new Into<>(List.<Projection<?>>copyOf($parts()), new Joined<>(this));
    }

    /** Returns an UPDATE that also sets every column to the component of a record, or to NULL. */
    public final <T extends @Nullable Object> Update<T> setIn(Update<T> update, @Nullable R record) {
        @Nullable Object[] values = record == null ? new Object[$parts().size()] : $split(record);
        Update<T> set = update;
        for (int i = 0; i < values.length; i++) {
            set = assign(set, $parts().get(i), values[i]);
        }
        return set;
    }

    // a record has components with the types of its columns
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <V> Condition equal(Attribute<?, V> part, @Nullable Object value) {
        return part.eq((V) value);
    }

    @SuppressWarnings("unchecked")
    private static <V> Condition equal(Attribute<?, V> part, Attribute<?, ?> other) {
        return part.eq((Attribute<?, V>) other);
    }

    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object, V> Update<T> assign(Update<T> update, Attribute<?, V> part,
            @Nullable Object value) {
        return value == null ? update.setNull(part) : update.set(part, (V) value);
    }

    private static Condition all(List<Condition> parts) {
        Condition all = parts.get(0);
        for (Condition part : parts.subList(1, parts.size())) {
            all = all.and(part);
        }
        return all;
    }

    /** Creates the record of a row. Immutable. */
    private record Joined<R>(EmbeddedColumns<R> columns) implements Into.Builder<@Nullable R> {

        @Override
        public @Nullable R build(@Nullable Object[] values) {
            return Arrays.stream(values).allMatch(Objects::isNull) ? null : columns.$join(values);
        }
    }
}
