package dev.rubedo.orm.internal.query;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.orm.internal.query.Criteria.Criterion;
import dev.rubedo.orm.metamodel.HybridAttribute;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipTest;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the values of a statement and its criteria into the statement that is planned for them. Each value is replaced
 * with a marker; the positions of the markers in the result are those of the values. Used for one statement. Confined
 * to one thread at a time.
 */
final class ValueProbe extends Rewriter {

    /** A placeholder for one value. Immutable; equal only to itself. */
    static final class Marker {}

    private final Map<Object, Object> replaced = new IdentityHashMap<>();
    private int restrictions;

    /** Returns a statement with markers in place of its values. */
    <T extends @Nullable Object> Statement<T> marked(Statement<T> statement) {
        return statement(statement);
    }

    /** Returns criteria with markers in place of their values. */
    Criteria marked(Criteria criteria) {
        return new Criteria(criteria.criteria().stream().map(this::criterion).toList());
    }

    private Criterion criterion(Criterion one) {
        return new Criterion(one.entity(), condition(one.condition()));
    }

    /** Returns whether a statement with markers has the shape of the one with values. */
    static boolean isExact(StatementShape marked, StatementShape shape) {
        return marked.equals(shape) && marked.values().length == shape.values().length;
    }

    /**
     * Returns whether these shapes have no value in common. Such a value would have one position in the plan, but several
     * in statements of the same shapes.
     */
    static boolean areSeparate(List<StatementShape> shapes) {
        Set<Object> all = Collections.newSetFromMap(new IdentityHashMap<>());
        for (StatementShape shape : shapes) {
            for (Object value : shape.values()) {
                Object marker = marker(value);
                if (marker != null && !all.add(marker)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns, for each of these planned values, the index of its marker, or -1 if it has none. */
    static int[] from(@Nullable Object[] planned, @Nullable Object[] markers) {
        int[] from = new int[planned.length];
        Arrays.setAll(from, i -> position(planned[i], markers));
        return from;
    }

    /** Returns, for each of these planned values, how it is taken from an object; empty if none is. */
    static @Nullable RelatedKey[] keys(@Nullable Object[] planned) {
        @Nullable RelatedKey[] keys = new RelatedKey[planned.length];
        boolean any = false;
        for (int i = 0; i < keys.length; i++) {
            if (planned[i] instanceof RelatedKey key) {
                keys[i] = key;
                any = true;
            }
        }
        return any ? keys : new RelatedKey[0];
    }

    private static int position(@Nullable Object value, @Nullable Object[] markers) {
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
        return one instanceof RelatedKey key ? key.source() : one instanceof Marker ? one : null;
    }

    /** Returns how an entity is loaded, with markers in place of the values of conditions. */
    FetchGraph marked(FetchGraph fetch) {
        return fetch.restricted(this::restriction);
    }

    private Restriction restriction(Restriction one) {
        return Restriction.of(condition(one.condition()), restrictions++);
    }

    @Override
    protected List<StatementOption> options(List<StatementOption> options) {
        return options.stream().map(this::option).toList();
    }

    private StatementOption option(StatementOption option) {
        return switch (option) {
            case CriteriaOption criteria -> new CriteriaOption(criterion(criteria.criterion()));
            case LoadingOption<?, ?> loading -> loading.restricted(this::restriction);
            case StatementOption other -> other;
        };
    }

    @Override
    public <T extends @Nullable Object> Selectable<T> query(Selectable<T> node) {
        if (!(node instanceof Select<T> select)
                || select.joins().stream().noneMatch(step -> hasCriteria(step.relationship()))) {
            return super.query(node);
        }
        List<JoinStep> steps = new ArrayList<>();
        for (JoinStep step : select.joins()) {
            steps.add(step.relationship() instanceof Relationship<?, ?> relationship
                    ? new JoinStep(step.left(), step.right(), relationship(relationship), step.kind(), step.on())
                    : step);
        }
        return super.query(select.withJoins(steps));
    }

    private static boolean hasCriteria(@Nullable Object join) {
        return join instanceof Relationship<?, ?> relationship && !relationship.criteria().isEmpty();
    }

    private Relationship<?, ?> relationship(Relationship<?, ?> node) {
        return node.criteria().isEmpty() ? node
                : node.withCriteria(node.criteria().stream().map(this::condition).toList());
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
        if ((Object) node instanceof RelationshipTest test) {
            Object known = replaced.get(test);
            if (known == null) {
                known = new RelationshipTest(test.kind(), relationship(test.relationship()),
                        test.object() == null ? null : new Marker(),
                        test.criteria().stream().map(this::condition).toList());
                replaced.put(test, known);
            }
            return (Expression<T>) known;
        }
        return node instanceof HybridAttribute<?, T> hybrid ? hybrid.withDefinition(expression(hybrid.definition()))
                : super.expression(node);
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
