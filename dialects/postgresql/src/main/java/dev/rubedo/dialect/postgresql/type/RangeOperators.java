package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Operator;
import dev.rubedo.type.Types;

/** A factory of the operations on ranges and multiranges. Immutable. */
final class RangeOperators {

    private RangeOperators() {}

    static Condition test(Expression<?> left, String operator, Expression<?> right) {
        return BooleanCondition.of(
                new CustomOperation<>(left, operator, Operator.BITWISE_OR.precedence(), right, Types.BOOLEAN));
    }

    static <R> Expression<R> combine(Expression<R> left, String operator, Expression<R> right, Operator like) {
        return new CustomOperation<>(left, operator, like.precedence(), right, left.type());
    }
}
