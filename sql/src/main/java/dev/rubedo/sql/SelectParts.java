package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a select. They are modified only until they are passed to a new {@link Select}. Confined to one thread
 * at a time until then.
 */
final class SelectParts extends QueryParts {
    SelectList list;
    Distinct distinct = Distinct.NONE;
    List<FromClause> froms = List.of();
    List<JoinStep> joins = List.of();
    Condition conditions = NoCondition.NONE;
    List<Expression<?>> grouping = List.of();
    Condition groupConditions = NoCondition.NONE;
    @Nullable RowLock lock;
    Correlation correlation = Correlation.AUTOMATIC;
    LabelStyle labelStyle = LabelStyle.DISAMBIGUATE;

    SelectParts(SelectList list) {
        this.list = list;
    }

    /** Describes all parts, in the order in which values are numbered. */
    void describe(Structure out) {
        out.froms(ctes);
        distinct.describe(out);
        if (labelStyle != LabelStyle.DISAMBIGUATE) {
            out.part(labelStyle);
        }
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

    @Override
    SelectParts copy() {
        return (SelectParts) super.copy();
    }

    @Override
    void rewrite(Rewriter rewriter) {
        list = rewriter.selectList(list);
        distinct = new Distinct(distinct.isOn(), rewriter.expressions(distinct.columns()));
        froms = Rewriter.list(froms, rewriter::from);
        joins = Rewriter.list(joins, rewriter::joinStep);
        conditions = rewriter.condition(conditions);
        grouping = rewriter.expressions(grouping);
        groupConditions = rewriter.condition(groupConditions);
        lock = lock == null ? null : rewriter.rowLock(lock);
        correlation = new Correlation(correlation.mode(), Rewriter.list(correlation.froms(), rewriter::from));
        super.rewrite(rewriter);
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
}
