package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import java.util.List;

/** The operators of PostgreSQL's multirange types, for static import. Immutable. */
public final class PostgresMultiranges {

    private PostgresMultiranges() {}

    /** Tests whether two multiranges have a value in common: {@code left && right}. */
    public static <T> Condition overlaps(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, "&&", right);
    }

    /** Tests whether two multiranges have a value in common: {@code left && ?}. */
    public static <T> Condition overlaps(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return overlaps(left, Sql.value(right, left.type()));
    }

    /** Tests whether a multirange contains another: {@code left @> right}. */
    public static <T> Condition contains(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, "@>", right);
    }

    /** Tests whether a multirange contains another: {@code left @> ?}. */
    public static <T> Condition contains(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return contains(left, Sql.value(right, left.type()));
    }

    /** Tests whether a multirange lies within another: {@code left <@ right}. */
    public static <T> Condition containedBy(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, "<@", right);
    }

    /** Tests whether a multirange lies within another: {@code left <@ ?}. */
    public static <T> Condition containedBy(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return containedBy(left, Sql.value(right, left.type()));
    }

    /** Tests whether all values of a multirange are less than those of another: {@code left << right}. */
    public static <T> Condition strictlyLeftOf(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, "<<", right);
    }

    /** Tests whether all values of a multirange are less than those of another: {@code left << ?}. */
    public static <T> Condition strictlyLeftOf(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return strictlyLeftOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether all values of a multirange are greater than those of another: {@code left >> right}. */
    public static <T> Condition strictlyRightOf(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, ">>", right);
    }

    /** Tests whether all values of a multirange are greater than those of another: {@code left >> ?}. */
    public static <T> Condition strictlyRightOf(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return strictlyRightOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether a multirange has no value greater than all of another: {@code left &< right}. */
    public static <T> Condition notExtendRightOf(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, "&<", right);
    }

    /** Tests whether a multirange has no value greater than all of another: {@code left &< ?}. */
    public static <T> Condition notExtendRightOf(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return notExtendRightOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether a multirange has no value less than all of another: {@code left &> right}. */
    public static <T> Condition notExtendLeftOf(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, "&>", right);
    }

    /** Tests whether a multirange has no value less than all of another: {@code left &> ?}. */
    public static <T> Condition notExtendLeftOf(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return notExtendLeftOf(left, Sql.value(right, left.type()));
    }

    /** Tests whether two multiranges are adjacent, without a gap or a common value: {@code left -|- right}. */
    public static <T> Condition adjacentTo(Expression<List<Range<T>>> left, Expression<List<Range<T>>> right) {
        return RangeOperators.test(left, "-|-", right);
    }

    /** Tests whether two multiranges are adjacent, without a gap or a common value: {@code left -|- ?}. */
    public static <T> Condition adjacentTo(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return adjacentTo(left, Sql.value(right, left.type()));
    }

    /** Returns the values that are in either of two multiranges: {@code left + right}. */
    public static <T> Expression<List<Range<T>>> union(Expression<List<Range<T>>> left,
            Expression<List<Range<T>>> right) {
        return RangeOperators.combine(left, "+", right, Operator.ADD);
    }

    /** Returns the values that are in either of two multiranges: {@code left + ?}. */
    public static <T> Expression<List<Range<T>>> union(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return union(left, Sql.value(right, left.type()));
    }

    /** Returns the values of a multirange that are not in another: {@code left - right}. */
    public static <T> Expression<List<Range<T>>> difference(Expression<List<Range<T>>> left,
            Expression<List<Range<T>>> right) {
        return RangeOperators.combine(left, "-", right, Operator.SUBTRACT);
    }

    /** Returns the values of a multirange that are not in another: {@code left - ?}. */
    public static <T> Expression<List<Range<T>>> difference(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return difference(left, Sql.value(right, left.type()));
    }

    /** Returns the values that two multiranges have in common: {@code left * right}. */
    public static <T> Expression<List<Range<T>>> intersection(Expression<List<Range<T>>> left,
            Expression<List<Range<T>>> right) {
        return RangeOperators.combine(left, "*", right, Operator.MULTIPLY);
    }

    /** Returns the values that two multiranges have in common: {@code left * ?}. */
    public static <T> Expression<List<Range<T>>> intersection(Expression<List<Range<T>>> left, List<Range<T>> right) {
        return intersection(left, Sql.value(right, left.type()));
    }

    /** Tests whether a multirange contains a range: {@code ranges @> ?}. */
    public static <T> Condition contains(Expression<List<Range<T>>> ranges, Range<T> range) {
        return RangeOperators.test(ranges, "@>", Sql.value(range, range(ranges)));
    }

    /** Tests whether a multirange contains a value: {@code ranges @> ?}. */
    public static <T> Condition contains(Expression<List<Range<T>>> ranges, T value) {
        return RangeOperators.test(ranges, "@>",
                range(ranges) instanceof RangeType<T> type ? Sql.value(value, type.bound()) : Sql.value(value));
    }

    private static <T> SqlType<Range<T>> range(Expression<List<Range<T>>> ranges) {
        if (ranges.type() instanceof MultirangeType<T> type) {
            return type.range();
        }
        throw new IllegalArgumentException(
                "The type of " + ranges + " is not a multirange type with bounds of this class. Cast it to one");
    }
}
