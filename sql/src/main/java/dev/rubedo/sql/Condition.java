package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;

/** An expression that is true, false or unknown. Immutable. */
public sealed interface Condition extends Expression<Boolean>
        permits Comparison, Junction, Not, IsNull, InValues, InList,
        InSelect, Like, RegexpMatch, Between, Exists, NoCondition, BooleanCondition {
    @Override
    default SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }

    @Override
    Condition rewrite(Rewriter rewriter);

    @Override
    int precedence();

    /**
     * Returns the conjunction of both conditions. An absent condition adds nothing.
     *
     * @param other the other condition
     */
    default Condition and(Expression<Boolean> other) {
        return Junction.of(Junction.Kind.AND, List.of(this, other));
    }

    /**
     * Returns the disjunction of both conditions. An absent condition adds nothing.
     *
     * @param other the other condition
     */
    default Condition or(Expression<Boolean> other) {
        return Junction.of(Junction.Kind.OR, List.of(this, other));
    }

    /** Returns the negation in its simplest form: {@code a != b} instead of {@code NOT a = b}. */
    Condition negate();
}
