package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a select. Written only until they are handed to a new {@link Select}. Confined to one thread at a time
 * until then.
 */
final class SelectParts implements Cloneable {
    SelectList list = SelectList.NONE;
    Distinct distinct = Distinct.NONE;
    List<FromClause> froms = List.of();
    List<JoinStep> joins = List.of();
    Condition conditions = NoCondition.NONE;
    List<Expression<?>> grouping = List.of();
    Condition groupConditions = NoCondition.NONE;
    List<OrderTerm> ordering = List.of();
    @Nullable RowLimit limit;
    @Nullable Expression<?> offset;
    @Nullable RowLock lock;
    Correlation correlation = Correlation.AUTOMATIC;
    List<CommonTableExpression> ctes = List.of();
    List<StatementOption> options = List.of();
    List<StatementClause> clauses = List.of();

    SelectParts copy() {
        try {
            return (SelectParts) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** Describes all parts, in the order in which values are numbered. */
    void describe(Structure out) {
        out.froms(ctes);
        distinct.describe(out);
        list.describe(out);
        out.froms(froms);
        out.part(joins.size());
        for (var step : joins) {
            step.describe(out);
        }
        out.expression(conditions);
        out.expressions(grouping);
        out.expression(groupConditions);
        out.terms(ordering);
        out.limits(limit, offset);
        correlation.describe(out);
        out.part(lock != null);
        if (lock != null) {
            lock.describe(out);
        }
        out.clauses(clauses);
        out.options(options);
    }

    /** Returns this instance if nothing changes. */
    SelectParts rewrite(Rewriter rewriter) {
        var copy = copy();
        copy.list = rewriter.selectList(list);
        var on = rewriter.expressions(distinct.columns());
        copy.distinct = Rewriter.same(on, distinct.columns()) ? distinct : new Distinct(distinct.isOn(), on);
        copy.froms = Rewriter.list(froms, rewriter::from);
        copy.joins = Rewriter.list(joins, rewriter::joinStep);
        copy.conditions = rewriter.condition(conditions);
        copy.grouping = rewriter.expressions(grouping);
        copy.groupConditions = rewriter.condition(groupConditions);
        copy.ordering = Rewriter.list(ordering, rewriter::orderTerm);
        copy.limit = limit == null ? null : rewriter.rowLimit(limit);
        copy.offset = offset == null ? null : rewriter.expression(offset);
        copy.lock = lock == null ? null : rewriter.rowLock(lock);
        var correlated = Rewriter.list(correlation.froms(), rewriter::from);
        copy.correlation = Rewriter.same(correlated, correlation.froms())
                ? correlation
                : new Correlation(correlation.mode(), correlated);
        copy.ctes = Rewriter.list(ctes, rewriter::cte);
        copy.options = rewriter.options(options);
        copy.clauses = Rewriter.list(clauses, rewriter::clause);
        return Components.areSame(copy::describe, this::describe) ? this : copy;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E> List<E> append(List<? extends E> list, E... more) {
        if (list.isEmpty()) {
            return List.of(more);
        }
        var result = new ArrayList<E>(list);
        result.addAll(List.of(more));
        return List.copyOf(result);
    }

    static RowLimit limit(long rows, RowLimit.Form form) {
        checkCount(rows, "limit");
        return new RowLimit(new BindParameter<>("", rows, false, Types.BIGINT), form);
    }

    static void checkCount(long rows, String what) {
        if (rows < 0) {
            throw new IllegalArgumentException(what + "(" + rows + "): the number cannot be negative");
        }
    }
}
