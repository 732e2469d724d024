package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Select;
import java.util.function.Consumer;

/** A writer of the terms of ORDER BY, in queries and functions, with the position of NULLs. Immutable. */
final class OrderTermRenderer {

    private final SelectRenderer selects;

    OrderTermRenderer(SelectRenderer selects) {
        this.selects = selects;
    }

    /** Writes a term of ORDER BY. An expression with a label in the select list is referred to by it. */
    void renderOfSelect(Select<?> select, OrderTerm term, RenderContext out) {
        if (term.term() instanceof Labeled<?> labeled && out.labelsOf(select).find(labeled) >= 0) {
            renderOrdered(term, to -> to.identifier(labeled.label()), out);
            return;
        }
        boolean isCompared = !select.grouping().isEmpty() || select.distinctness().isOn();
        int position = isCompared ? selects.repeated().referenceOf(term.term(), select, out) : -1;
        if (position >= 0) {
            renderOrdered(term, to -> selects.repeated().renderReference(position, select, to), out);
        } else {
            render(term, out);
        }
    }

    /** Writes a term of ORDER BY. */
    void render(OrderTerm term, RenderContext out) {
        int around = term instanceof Ordered ? Operator.AND.precedence() : Parentheses.LIKE_ONLY;
        renderOrdered(term, to -> {
            var scope = to.scope();
            var terms = scope == null ? null : scope.terms;
            if (terms != null && selects.recognition() == Recognition.WHOLE_TEXT) {
                terms.exempt(term.term(), () -> to.operand(ConditionRenderer.value(term.term()), around));
            } else {
                to.operand(ConditionRenderer.value(term.term()), around);
            }
        }, out);
    }

    private void renderOrdered(OrderTerm term, Consumer<RenderContext> name, RenderContext out) {
        renderOrdered(term, name, to -> to.operand(term.term(), Operator.IS.precedence()), out);
    }

    /** Writes a term by its name; where NULLs are placed by a test for NULL, by the text for that as well. */
    private void renderOrdered(OrderTerm term, Consumer<RenderContext> name, Consumer<RenderContext> tested,
            RenderContext out) {
        switch (term) {
            case Ordered o when o.nulls() != Ordered.Nulls.DEFAULT && !selects.traits.supports(Feature.NULLS_ORDER) ->
                renderNullsByCase(o, name, tested, out);
            case Ordered o -> {
                name.accept(out);
                out.sql(o.direction().suffix()).sql(o.nulls().suffix());
            }
            case Expression<?> e -> name.accept(out);
        }
    }

    /**
     * Emulates the position of NULLs on a database without NULLS FIRST and NULLS LAST: an additional first term tests
     * for NULL.
     */
    private static void renderNullsByCase(Ordered ordered, Consumer<RenderContext> name,
            Consumer<RenderContext> tested, RenderContext out) {
        out.sql("CASE WHEN (");
        tested.accept(out);
        out.sql(ordered.nulls() == Ordered.Nulls.FIRST ? " IS NULL) THEN 0 ELSE 1 END, "
                : " IS NULL) THEN 1 ELSE 0 END, ");
        name.accept(out);
        out.sql(ordered.direction().suffix());
    }

    /** Writes a term of ORDER BY of a compound query, which refers to its columns by their names. */
    void renderOfCompound(CompoundSelect<?> compound, OrderTerm term, RenderContext out) {
        var labels = out.labelsOf(compound);
        int position = labels.find(term.term());
        if (position >= 0) {
            Consumer<RenderContext> name = to -> to.identifier(labels.nameAt(position, to.names()));
            renderOrdered(selects.ordersCompoundsByExpressions() ? term : withoutNulls(term), name, name, out);
        } else if (term.term() instanceof Labeled<?> labeled) {
            renderOrdered(term, to -> to.identifier(labeled.label()), out);
        } else {
            render(term, out);
        }
    }

    /** The position of NULLs is an expression where there is no clause for it; it can be omitted if NULLs are lowest. */
    private OrderTerm withoutNulls(OrderTerm term) {
        if (!(term instanceof Ordered ordered) || ordered.nulls() == Ordered.Nulls.DEFAULT
                || selects.traits.supports(Feature.NULLS_ORDER)) {
            return term;
        }
        boolean isAscending = ordered.direction() != Ordered.Direction.DESCENDING;
        if (isAscending == (ordered.nulls() == Ordered.Nulls.FIRST)) {
            return new Ordered(ordered.term(), ordered.direction(), Ordered.Nulls.DEFAULT);
        }
        throw new InvalidStatementException("Dialect \"" + selects.traits.name() + "\" orders combined queries by their"
                + " columns only, and \"" + ordered + "\" moves NULLs by an expression. Use the combined query as a"
                + " subquery, and order the rows that are selected from it.");
    }
}
