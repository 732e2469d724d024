package dev.rubedo.sql;

import dev.rubedo.sql.Ordered.Direction;
import dev.rubedo.sql.Ordered.Nulls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A factory of the conditions for keyset pagination: the rows after a key in an order. Immutable. */
final class Keyset {
    private Keyset() {}

    /**
     * Returns the condition for a key (1, 2, 3): the first is later, or the first is equal and the second later, or
     * both are equal and the third is later.
     */
    static Condition after(List<OrderTerm> ordering, List<? extends @Nullable Object> key) {
        if (ordering.isEmpty()) {
            throw new IllegalStateException("after() and before() require an order: call orderBy() first");
        }
        if (ordering.size() != key.size()) {
            throw new IllegalArgumentException(
                    "The order has " + ordering.size() + " terms, but the key has " + key.size() + " values");
        }
        var ways = new ArrayList<Condition>();
        Condition equals = NoCondition.NONE;
        for (int i = 0; i < key.size(); i++) {
            var later = later(ordering.get(i), key.get(i));
            if (!later.equals(BooleanCondition.FALSE)) {
                ways.add(equals.and(later));
            }
            equals = equals.and(Operands.equal(ordering.get(i).term(), key.get(i), Operator.EQ));
        }
        return ways.isEmpty() ? BooleanCondition.FALSE : Junction.of(Junction.Kind.OR, ways);
    }

    private static Condition later(OrderTerm term, @Nullable Object value) {
        var expression = term.term();
        var nulls = nulls(term);
        if (value == null) {
            if (nulls == Nulls.DEFAULT) {
                throw new IllegalArgumentException("The key contains NULL for " + Operands.describe(expression)
                        + ": add nullsFirst() or nullsLast() in orderBy()");
            }
            return nulls == Nulls.FIRST ? new IsNull(expression, true) : BooleanCondition.FALSE;
        }
        var later = Operands.compare(expression, isDown(term) ? Operator.LT : Operator.GT, value);
        return nulls == Nulls.LAST ? later.or(new IsNull(expression, false)) : later;
    }

    static List<OrderTerm> reversed(List<OrderTerm> ordering) {
        return ordering.stream().<OrderTerm>map(term -> new Ordered(term.term(),
                isDown(term) ? Direction.ASCENDING : Direction.DESCENDING, switch (nulls(term)) {
                    case DEFAULT -> Nulls.DEFAULT;
                    case FIRST -> Nulls.LAST;
                    case LAST -> Nulls.FIRST;
                })).toList();
    }

    private static boolean isDown(OrderTerm term) {
        return term instanceof Ordered ordered && ordered.direction() == Direction.DESCENDING;
    }

    private static Nulls nulls(OrderTerm term) {
        return term instanceof Ordered ordered ? ordered.nulls() : Nulls.DEFAULT;
    }
}
