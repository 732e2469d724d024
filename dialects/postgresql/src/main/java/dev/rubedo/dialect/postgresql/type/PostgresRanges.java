package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import org.jspecify.annotations.Nullable;

/** The operators of PostgreSQL's range types, for static import. Immutable. */
public final class PostgresRanges {

    private PostgresRanges() {}

    /** Tests whether two ranges have a value in common: {@code left && right}. */
    public static <T> Condition overlaps(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, "&&", right);
    }

    /** Tests whether two ranges have a value in common: {@code left && ?}. */
    public static <T> Condition overlaps(Expression<Range<T>> left, Range<T> right) {
        return overlaps(left, Sql.value(right, left.type()));
    }

    /** Tests whether a range contains another: {@code left @> right}. */
    public static <T> Condition contains(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, "@>", right);
    }

    /** Tests whether a range contains another: {@code left @> ?}. */
    public static <T> Condition contains(Expression<Range<T>> left, Range<T> right) {
        return contains(left, Sql.value(right, left.type()));
    }

    /** Tests whether a range lies within another: {@code left <@ right}. */
    public static <T> Condition containedBy(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, "<@", right);
    }

    /** Tests whether a range lies within another: {@code left <@ ?}. */
    public static <T> Condition containedBy(Expression<Range<T>> left, Range<T> right) {
        return containedBy(left, Sql.value(right, left.type()));
    }

    /** Tests whether all values of a range are less than those of another: {@code left << right}. */
    public static <T> Condition strictlyLeftOf(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, "<<", right);
    }

    /** Tests whether all values of a range are less than those of another: {@code left << ?}. */
    public static <T> Condition strictlyLeftOf(Expression<Range<T>> left, Range<T> right) {
        return strictlyLeftOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether all values of a range are greater than those of another: {@code left >> right}. */
    public static <T> Condition strictlyRightOf(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, ">>", right);
    }

    /** Tests whether all values of a range are greater than those of another: {@code left >> ?}. */
    public static <T> Condition strictlyRightOf(Expression<Range<T>> left, Range<T> right) {
        return strictlyRightOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether a range has no value greater than all of another: {@code left &< right}. */
    public static <T> Condition notExtendRightOf(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, "&<", right);
    }

    /** Tests whether a range has no value greater than all of another: {@code left &< ?}. */
    public static <T> Condition notExtendRightOf(Expression<Range<T>> left, Range<T> right) {
        return notExtendRightOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether a range has no value less than all of another: {@code left &> right}. */
    public static <T> Condition notExtendLeftOf(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, "&>", right);
    }

    /** Tests whether a range has no value less than all of another: {@code left &> ?}. */
    public static <T> Condition notExtendLeftOf(Expression<Range<T>> left, Range<T> right) {
        return notExtendLeftOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether two ranges are adjacent, without a gap or a common value: {@code left -|- right}. */
    public static <T> Condition adjacentTo(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.test(left, "-|-", right);
    }

    /** Tests whether two ranges are adjacent, without a gap or a common value: {@code left -|- ?}. */
    public static <T> Condition adjacentTo(Expression<Range<T>> left, Range<T> right) {
        return adjacentTo(left, Sql.value(right, left.type()));
    }

    /** Returns the values that are in either of two ranges: {@code left + right}. The database rejects a result that has a gap. */
    public static <T> Expression<Range<T>> union(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.combine(left, "+", right, Operator.ADD);
    }

    /** Returns the values that are in either of two ranges: {@code left + ?}. The database rejects a result that has a gap. */
    public static <T> Expression<Range<T>> union(Expression<Range<T>> left, Range<T> right) {
        return union(left, Sql.value(right, left.type()));
    }

    /** Returns the values of a range that are not in another: {@code left - right}. The database rejects a result that has a gap. */
    public static <T> Expression<Range<T>> difference(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.combine(left, "-", right, Operator.SUBTRACT);
    }

    /** Returns the values of a range that are not in another: {@code left - ?}. The database rejects a result that has a gap. */
    public static <T> Expression<Range<T>> difference(Expression<Range<T>> left, Range<T> right) {
        return difference(left, Sql.value(right, left.type()));
    }

    /** Returns the values that two ranges have in common: {@code left * right}. */
    public static <T> Expression<Range<T>> intersection(Expression<Range<T>> left, Expression<Range<T>> right) {
        return RangeOperators.combine(left, "*", right, Operator.MULTIPLY);
    }

    /** Returns the values that two ranges have in common: {@code left * ?}. */
    public static <T> Expression<Range<T>> intersection(Expression<Range<T>> left, Range<T> right) {
        return intersection(left, Sql.value(right, left.type()));
    }

    /** Tests whether a range contains a value: {@code range @> ?}. */
    public static <T> Condition contains(Expression<Range<T>> range, T value) {
        return containsElement(range, element(range, value));
    }

    /** Tests whether a range contains the value of an expression: {@code range @> element}. */
    public static <T> Condition containsElement(Expression<Range<T>> range, Expression<T> element) {
        return RangeOperators.test(range, "@>", element);
    }

    /** Returns the lower bound, or null if there is none: {@code lower(range)}. */
    public static <T> FunctionCall<@Nullable T> lowerBound(Expression<Range<T>> range) {
        return Sql.func("lower", bound(range), range);
    }

    /** Returns the upper bound, or null if there is none: {@code upper(range)}. */
    public static <T> FunctionCall<@Nullable T> upperBound(Expression<Range<T>> range) {
        return Sql.func("upper", bound(range), range);
    }

    /** Tests whether a range is empty: {@code isempty(range)}. */
    public static FunctionCall<Boolean> isEmpty(Expression<? extends Range<?>> range) {
        return Sql.func("isempty", Types.BOOLEAN, range);
    }

    private static <T> Expression<T> element(Expression<Range<T>> range, T value) {
        return range.type() instanceof RangeType<T> type ? Sql.value(value, type.bound()) : Sql.value(value);
    }

    // A bound may be missing.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <T> SqlType<@Nullable T> bound(Expression<Range<T>> range) {
        if (range.type() instanceof RangeType<T> type) {
            return (SqlType<@Nullable T>) (SqlType<?>) type.bound();
        }
        throw new IllegalArgumentException("The type of " + range + " is not a range type with bounds of this class. "
                + "Cast it to one");
    }
}
