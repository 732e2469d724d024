package dev.rubedo.compile;

import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the key of a {@link StatementShape} in one walk. Everything that the text depends on goes into the key; values do not.
 * Here are the queries; all else is in the classes above, one for each family, of which only this one has instances.
 *
 * <p>
 * Confined to one thread at a time.
 */
final class ShapeWriter extends DmlShape {

    @Override
    void statement(Statement<?> statement) {
        switch (statement) {
            case Select<?> s -> select(s);
            case CompoundSelect<?> c -> compound(c);
            case TextSelect<?> t -> {
                put(TextSelect.class);
                statement(t.text());
                projections(t.selectList());
            }
            case Insert<?> i -> insert(i);
            case Update<?> u -> update(u);
            case Delete<?> d -> delete(d);
            case TextStatement t -> {
                put(t.text());
                t.parameters().forEach(this::expression);
            }
        }
    }

    private void select(Select<?> s) {
        put(Select.class);
        ctes(s.ctes());
        put(s.distinctness().isOn());
        expressions(s.distinctness().columns());
        projections(s.selectList());
        froms(s.explicitFroms());
        put(s.joins().size());
        for (var step : s.joins()) {
            put(step.kind());
            from(step.left());
            from(step.right());
            optional(step.on());
        }
        expression(s.conditions());
        expressions(s.grouping());
        expression(s.groupConditions());
        ordering(s.ordering());
        selectedTerms(s.ordering(), s.selectList(), false);
        limits(s, s.rowLimit(), s.rowOffset());
        put(s.correlation().mode());
        froms(s.correlation().froms());
        var lock = s.lock();
        if (lock == null) {
            put(ABSENT);
        } else {
            put(lock.strength());
            put(lock.waiting());
            froms(lock.tables());
        }
        clauses(s.dialectClauses());
    }

    private void compound(CompoundSelect<?> c) {
        put(c.kind());
        ctes(c.ctes());
        put(c.queries().size());
        c.queries().forEach(this::statement);
        ordering(c.ordering());
        selectedTerms(c.ordering(), first(c).selectList(), true);
        limits(c, c.rowLimit(), c.rowOffset());
    }

    static Selectable<?> first(CompoundSelect<?> c) {
        var first = c.queries().get(0);
        return first instanceof CompoundSelect<?> inner ? first(inner) : first;
    }

    /**
     * Says which terms of an order are in the select list, for those go by their names. Terms that hold values are equal or not
     * whatever their structure is.
     */
    private void selectedTerms(List<OrderTerm> terms, SelectList list, boolean anyExpression) {
        for (var term : terms) {
            var expression = term.term();
            if (expression instanceof Labeled<?> || anyExpression && !(expression instanceof ColumnReference<?>)) {
                put(isSelected(expression, list.projections()));
            }
        }
    }

    private static boolean isSelected(Expression<?> expression, List<Projection<?>> projections) {
        for (var projection : projections) {
            boolean isSame = projection instanceof Into<?> into
                    ? isSelected(expression, into.parts())
                    : projection == expression || projection.equals(expression);
            if (isSame) {
                return true;
            }
        }
        return false;
    }

    private void limits(Object owner, @Nullable RowLimit limit, @Nullable Expression<?> offset) {
        if (limit == null) {
            put(ABSENT);
        } else {
            put(limit.form());
            expression(limit.count());
        }
        optional(offset);
        if ((limit == null) != (offset == null)) {
            follow(owner);
            value(limit == null ? -1L : 0L);
        }
    }
}
