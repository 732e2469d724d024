package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.TextFragment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that a query repeats in GROUP BY, DISTINCT, HAVING or ORDER BY. If they contain parameters, some servers
 * do not recognize the repetition, so that a reference to the first occurrence is written instead. Immutable.
 *
 * @param traits the traits of the dialect
 * @param recognition how the server recognizes a repeated expression with values
 * @param havingKnowsExpressions whether HAVING recognizes the expressions of GROUP BY
 */
record RepeatedExpressions(DialectTraits traits, Recognition recognition, boolean havingKnowsExpressions) {

    @Nullable
    GroupedTerms groupedTerms(Select<?> select) {
        if (select.grouping().isEmpty() || recognition == Recognition.TEXT && havingKnowsExpressions) {
            return null;
        }
        var terms = knowsText() ? GroupedTerms.operations(select)
                : GroupedTerms.withValues(select).stream().filter(term -> !GroupedTerms.isSuperset(term)).toList();
        return terms.isEmpty() ? null : new GroupedTerms(terms);
    }

    private boolean knowsText() {
        return recognition == Recognition.TEXT || recognition == Recognition.WHOLE_TEXT;
    }

    static void within(@Nullable GroupedTerms terms, boolean isOpen, Runnable body) {
        if (terms == null) {
            body.run();
        } else {
            terms.within(isOpen, body);
        }
    }

    /**
     * Returns the position of the column that an expression can be replaced with, or -1 to write the expression itself.
     */
    int referenceOf(Expression<?> expression, Select<?> select, RenderContext out) {
        if (knowsText() || !GroupedTerms.holdsValues(expression)) {
            return -1;
        }
        var columns = out.labelsOf(select).columns();
        int position = GroupedTerms.positionOf(expression, columns);
        boolean isNameless = position >= 0 && recognition == Recognition.NAME
                && columns.get(position) instanceof TextFragment<?>;
        return isNameless ? -1 : position;
    }

    void renderReference(int position, Select<?> select, RenderContext out) {
        if (recognition == Recognition.NAME) {
            out.identifier(out.labelsOf(select).nameAt(position, out.names()));
        } else {
            out.sql(Integer.toString(position + 1));
        }
    }

    /** Writes an expression, or a reference to the equal column. */
    void renderOrRefer(Expression<?> expression, Select<?> select, RenderContext out) {
        boolean takesReferences = recognition != Recognition.ORDER_POSITION;
        if (!takesReferences && GroupedTerms.isSuperset(expression)) {
            requireUnselected(expression, select, out);
        }
        int position = takesReferences ? referenceOf(expression, select, out) : -1;
        if (position >= 0) {
            renderReference(position, select, out);
        } else if (GroupedTerms.isSuperset(expression) && expression instanceof FunctionCall<?> call) {
            out.expression(withReferences(call, select, out));
        } else {
            out.expression(ConditionRenderer.value(expression));
        }
    }

    /**
     * Rejects parts of ROLLUP, CUBE and GROUPING SETS that are repeated among the columns: an aggregate in place of
     * such a part would not be NULL in the rows with totals.
     */
    void requireUnselected(Expression<?> superset, Select<?> select, RenderContext out) {
        if (superset instanceof FunctionCall<?> call) {
            for (var argument : call.arguments()) {
                if (referenceOf(argument, select, out) >= 0) {
                    throw new InvalidStatementException("Dialect \"" + traits.name() + "\" does not recognize \""
                            + argument + "\" of " + call.name() + "(...) among the columns, because it contains a "
                            + "parameter. "
                            + "Compute it in a subquery and group by that column.");
                }
            }
        }
    }

    <T extends @Nullable Object> FunctionCall<T> withReferences(FunctionCall<T> call, Select<?> select,
            RenderContext out) {
        return FunctionCall.of(call.name(), call.type(), call.arguments().stream().<Expression<?>>map(argument -> {
            int position = recognition == Recognition.POSITION ? referenceOf(argument, select, out) : -1;
            return position < 0 ? argument
                    : new TextFragment<>(Integer.toString(position + 1), List.of(), argument.type());
        }).toList());
    }
}
