package dev.rubedo.orm.internal.query;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.NoCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition for the elements of a collection that a loader option loads only in part, in terms of the target entity.
 * Two are equal if they have the same structure, whatever their values are, so that a plan is kept for both. Immutable.
 *
 * @param condition the condition
 * @param shape its structure
 * @param position its place among the restrictions of a kept plan, which stand for those of a later statement; -1 for
 *     itself
 */
record Restriction(Condition condition, StatementShape shape, int position) {

    /** Returns a restriction that stands for itself. */
    static Restriction of(Condition condition) {
        return of(condition, -1);
    }

    /** Returns the restriction at a place of a kept plan. */
    static Restriction of(Condition condition, int position) {
        return new Restriction(condition, CriteriaShape.of(condition), position);
    }

    /** Returns the values of all restrictions, in order. */
    static @Nullable Object[] values(List<Restriction> restrictions) {
        return CriteriaShape.values(restrictions.stream().map(Restriction::shape).toList());
    }

    /** Returns this restriction as a part of a long-lived cache key. */
    Restriction withoutValues() {
        return new Restriction(NoCondition.NONE, shape.withoutValues(), position);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Restriction that && that.shape.equals(shape);
    }

    @Override
    public int hashCode() {
        return shape.hashCode();
    }
}
