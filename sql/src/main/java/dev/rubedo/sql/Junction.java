package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Conditions joined by {@code AND} or {@code OR}: at least two, none of the same kind. Immutable.
 *
 * @param kind AND or OR
 * @param conditions the conditions
 */
public record Junction(Kind kind, List<Condition> conditions) implements Condition {

    /** Checks the components. */
    public Junction {
        Objects.requireNonNull(kind, "kind");
        conditions = List.copyOf(conditions);
        if (conditions.size() < 2) {
            throw new IllegalArgumentException("A junction requires two or more conditions: use Junction.of(...)");
        }
    }

    /**
     * Joins conditions in the simplest form: absent ones are skipped, nested junctions of the same kind are flattened,
     * and the constants true and false are evaluated.
     *
     * @param kind AND or OR
     * @param parts the conditions
     */
    public static Condition of(Kind kind, List<? extends Expression<Boolean>> parts) {
        var flat = new ArrayList<Condition>(parts.size());
        boolean neutral = false;
        for (var part : parts) {
            var condition = BooleanCondition.of(part);
            if (condition.equals(kind.absorbing())) {
                return condition;
            }
            if (condition.equals(kind.neutral())) {
                neutral = true;
            } else if (condition instanceof Junction same && same.kind == kind) {
                flat.addAll(same.conditions);
            } else if (condition != NoCondition.NONE) {
                flat.add(condition);
            }
        }
        return switch (flat.size()) {
            case 0 -> neutral ? kind.neutral() : NoCondition.NONE;
            case 1 -> flat.get(0);
            default -> new Junction(kind, flat);
        };
    }

    /**
     * Returns the conjunction of existing and additional conditions. The common case of one condition allocates
     * nothing.
     */
    static Condition all(Condition before, Expression<Boolean>[] more) {
        if (before == NoCondition.NONE && more.length == 1) {
            return BooleanCondition.of(more[0]);
        }
        var parts = new ArrayList<Expression<Boolean>>(more.length + 1);
        parts.add(before);
        Collections.addAll(parts, more);
        return of(Kind.AND, parts);
    }

    @Override
    public Condition negate() {
        return new Not(this);
    }

    // without recursion, however deep it is
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(this, node);
    }

    @Override
    public int hashCode() {
        return Components.hash(this);
    }

    @Override
    public void describe(Structure out) {
        out.part(kind);
        out.expressions(conditions);
    }

    @Override
    public Condition rewrite(Rewriter rewriter) {
        var changed = Rewriter.list(conditions, rewriter::condition);
        return Rewriter.same(changed, conditions) ? this : of(kind, changed);
    }

    @Override
    public int precedence() {
        return kind.operator().precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }

    /** AND or OR. Immutable. */
    public enum Kind {
        /** All conditions must hold. */
        AND,
        /** At least one condition must hold. */
        OR;

        /** Returns the operator between the conditions. */
        public Operator operator() {
            return this == AND ? Operator.AND : Operator.OR;
        }

        private Condition neutral() {
            return this == AND ? BooleanCondition.TRUE : BooleanCondition.FALSE;
        }

        private Condition absorbing() {
            return this == AND ? BooleanCondition.FALSE : BooleanCondition.TRUE;
        }
    }
}
