package dev.rubedo.orm.internal.query;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.Selectable;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the values of a statement into the statement that is planned for it. Each value is replaced with a marker; the
 * positions of the markers in the result are those of the values. Used for one statement. Confined to one thread at a
 * time.
 */
final class ValueProbe extends Rewriter {

    /** A placeholder for one value. Immutable; equal only to itself. */
    private static final class Marker {}

    private final Map<Object, Object> replaced = new IdentityHashMap<>();
    private final Selectable<?> statement;
    private final @Nullable Object[] markers;
    private final boolean isExact;

    ValueProbe(Selectable<?> query, StatementShape shape) {
        statement = query(query);
        StatementShape own = StatementShape.of(statement);
        markers = own.values();
        isExact = own.equals(shape) && markers.length == shape.values().length;
    }

    /** Returns the statement with markers. */
    Selectable<?> statement() {
        return statement;
    }

    /** Tells whether the statement with markers has the shape of the one with values. */
    boolean isExact() {
        return isExact;
    }

    /** Returns, for each of these planned values, the index of the statement's value, or -1 for none. */
    int[] from(@Nullable Object[] planned) {
        int[] from = new int[planned.length];
        Arrays.setAll(from, i -> position(planned[i]));
        return from;
    }

    private int position(@Nullable Object value) {
        Object marker = marker(value);
        for (int i = 0; marker != null && i < markers.length; i++) {
            if (marker(markers[i]) == marker) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Object marker(@Nullable Object value) {
        Object one = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
        return one instanceof Marker ? one : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        if (node instanceof BindParameter<T> bind) {
            // the value is never read as a T, because a plan does not use it. A required parameter is replaced too: a
            // query of the same shape may have a default in its place
            return (Expression<T>) Objects.requireNonNull(replaced.computeIfAbsent(bind,
                    any -> new BindParameter<>(bind.name(), (T) new Marker(), false, bind.type())));
        }
        return super.expression(node);
    }

    @Override
    public Condition condition(Condition node) {
        if (node instanceof InValues in && in.values() != null) {
            Object known = replaced.get(in);
            if (known == null) {
                known = new InValues(expression(in.operand()), in.name(), List.of(new Marker()), in.isNegated());
                replaced.put(in, known);
            }
            return (Condition) known;
        }
        return super.condition(node);
    }
}
