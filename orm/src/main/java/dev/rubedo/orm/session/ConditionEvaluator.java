package dev.rubedo.orm.session;

import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.HybridAttribute;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.IsNull;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Operator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates simple conditions and sums on an object in memory: comparisons of integers with values. Comparison of strings is
 * left to the database, because it depends on the collation. Stateless and thread-safe.
 */
final class ConditionEvaluator {

    private static final Object UNKNOWN = new Object();

    private final EntityPath<?> path;

    ConditionEvaluator(EntityPath<?> path) {
        this.path = path;
    }

    /** Returns whether an object's row satisfies the condition, or null if only the database can determine it. */
    @Nullable
    Boolean evaluate(Condition condition, ManagedEntity entity) {
        return switch (condition) {
            case NoCondition none -> true;
            case Junction(var kind, var parts) -> junction(kind, parts, entity);
            case IsNull(var operand, var negated) -> {
                Object value = value(operand, entity);
                yield value == UNKNOWN ? null : (Boolean) ((value == null) != negated);
            }
            case Comparison comparison -> compare(comparison, entity);
            case InValues in when in.values() != null -> {
                Object value = value(in.operand(), entity);
                yield isWhole(value) && in.values().stream().allMatch(ConditionEvaluator::isWhole)
                        ? (Boolean) (in.values().stream().anyMatch(one -> order(one, value) == 0) != in.isNegated())
                        : null;
            }
            case BooleanCondition(HybridAttribute<?, Boolean> hybrid) ->
                hybrid.definition() instanceof Condition defined
                        ? evaluate(defined, entity) : null;
            case Condition other -> null;
        };
    }

    private @Nullable Boolean junction(Junction.Kind kind, List<Condition> parts, ManagedEntity entity) {
        boolean and = kind == Junction.Kind.AND;
        boolean unknown = false;
        for (Condition part : parts) {
            Boolean holds = evaluate(part, entity);
            if (holds == null) {
                unknown = true;
            } else if (holds != and) {
                return !and;
            }
        }
        return unknown ? null : (Boolean) and;
    }

    private @Nullable Boolean compare(Comparison comparison, ManagedEntity entity) {
        Object left = value(comparison.left(), entity);
        Object right = value(comparison.right(), entity);
        if (left == UNKNOWN || right == UNKNOWN) {
            return null;
        }
        if (left == null || right == null) {
            return comparison.operator() == Operator.EQ || comparison.operator() == Operator.NE
                    || isOrder(comparison.operator()) ? false : null;
        }
        if (left instanceof Boolean && right instanceof Boolean && comparison.operator() == Operator.EQ) {
            return left.equals(right);
        }
        if (!isWhole(left) || !isWhole(right)) {
            return null;
        }
        int order = order(left, right);
        return switch (comparison.operator()) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> null;
        };
    }

    private static boolean isOrder(Operator operator) {
        return operator == Operator.LT || operator == Operator.LE || operator == Operator.GT || operator == Operator.GE;
    }

    private static boolean isWhole(@Nullable Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short;
    }

    private static int order(@Nullable Object one, @Nullable Object other) {
        return one instanceof Number left && other instanceof Number right
                ? Long.compare(left.longValue(), right.longValue()) : 1;
    }

    private @Nullable Object value(Expression<?> expression, ManagedEntity entity) {
        if (expression instanceof BindParameter<?> bind && !bind.isRequired()) {
            return bind.value();
        }
        if (expression instanceof HybridAttribute<?, ?> hybrid) {
            return value(hybrid.definition(), entity);
        }
        if (expression instanceof Attribute<?, ?> attribute && attribute.entity().equals(path)
                && EntityInternals.definition(entity).attribute(attribute.index()) instanceof ColumnDefinition
                && !EntityInternals.isUnloaded(entity, attribute.index())) {
            return EntityInternals.get(entity, attribute.index());
        }
        if (expression instanceof Binary<?> binary) {
            return computed(binary.operator(), value(binary.left(), entity), value(binary.right(), entity));
        }
        return UNKNOWN;
    }

    /** Computes with integers, as every database does unless the result is too large. */
    private static @Nullable Object computed(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == UNKNOWN || right == UNKNOWN) {
            return UNKNOWN;
        }
        if (operator != Operator.ADD && operator != Operator.SUBTRACT && operator != Operator.MULTIPLY) {
            return UNKNOWN;
        }
        if (left == null || right == null) {
            return null;
        }
        if (!(left instanceof Number one && right instanceof Number other) || !isWhole(left) || !isWhole(right)) {
            return UNKNOWN;
        }
        try {
            long result = switch (operator) {
                case ADD -> Math.addExact(one.longValue(), other.longValue());
                case SUBTRACT -> Math.subtractExact(one.longValue(), other.longValue());
                default -> Math.multiplyExact(one.longValue(), other.longValue());
            };
            return left instanceof Integer ? (Object) Math.toIntExact(result)
                    : left instanceof Long ? (Object) result : UNKNOWN;
        } catch (ArithmeticException e) {
            return UNKNOWN;
        }
    }

    /** Returns whether the value of an expression is known, and passes it to a consumer if so. */
    boolean assigned(Expression<?> expression, ManagedEntity entity, Consumer<@Nullable Object> found) {
        Object value = value(expression, entity);
        if (value == UNKNOWN) {
            return false;
        }
        found.accept(value);
        return true;
    }
}
