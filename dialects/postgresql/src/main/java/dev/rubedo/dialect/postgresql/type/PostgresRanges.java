package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;

/** The operators of PostgreSQL's range types, for static import. Immutable. */
public final class PostgresRanges {

    private PostgresRanges() {}

    /** Tests whether two ranges have a value in common: {@code left && right}. */
    public static <T> Condition overlaps(Expression<Range<T>> left, Expression<Range<T>> right) {
        return operation(left, "&&", right);
    }

    /** Tests whether a range has a value in common with another: {@code left && ?}. */
    public static <T> Condition overlaps(Expression<Range<T>> left, Range<T> right) {
        return overlaps(left, Sql.value(right, left.type()));
    }

    /** Tests whether a range contains another: {@code left @> right}. */
    public static <T> Condition contains(Expression<Range<T>> left, Range<T> right) {
        return operation(left, "@>", Sql.value(right, left.type()));
    }

    /** Tests whether a range contains a value: {@code range @> ?}. */
    public static <T> Condition contains(Expression<Range<T>> range, T value) {
        return range.type() instanceof RangeType<T> type ? operation(range, "@>", Sql.value(value, type.bound()))
                : operation(range, "@>", Sql.value(value));
    }

    /** Tests whether a range contains the value of an expression: {@code range @> element}. */
    public static <T> Condition contains(Expression<Range<T>> range, Expression<T> element) {
        return operation(range, "@>", element);
    }

    private static Condition operation(Expression<?> left, String operator, Expression<?> right) {
        return BooleanCondition.of(
                new CustomOperation<>(left, operator, Operator.BITWISE_OR.precedence(), right, Types.BOOLEAN));
    }
}
