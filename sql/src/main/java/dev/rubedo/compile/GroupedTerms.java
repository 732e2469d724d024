package dev.rubedo.compile;

import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Walker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The GROUP BY expressions of a query that the server would not recognize when they are repeated. Such an expression
 * has the same value in all rows of a group, so its repetition is written as an aggregate.
 *
 * <p>Confined to one thread at a time.
 */
final class GroupedTerms {

    private final List<Expression<?>> terms;
    private boolean isOpen;
    private @Nullable Expression<?> exempt;

    GroupedTerms(List<Expression<?>> terms) {
        this.terms = terms;
    }

    /** Returns the GROUP BY expressions that contain values, without labels. */
    static List<Expression<?>> withValues(Select<?> select) {
        return select.grouping().stream().<Expression<?>>map(GroupedTerms::unlabeled).filter(GroupedTerms::holdsValues)
                .toList();
    }

    /** Returns the GROUP BY expressions that are not columns, without labels. */
    static List<Expression<?>> operations(Select<?> select) {
        return select.grouping().stream().<Expression<?>>map(GroupedTerms::unlabeled)
                .filter(term -> !(term instanceof ColumnReference<?>) && !isSuperset(term)).toList();
    }

    /** Returns whether a term is a ROLLUP, CUBE or GROUPING SETS, whose parts are NULL in some groups. */
    static boolean isSuperset(Expression<?> term) {
        return term instanceof FunctionCall<?> call
                && Set.of("rollup", "cube", "grouping_sets").contains(call.name().toLowerCase(Locale.ROOT));
    }

    static Expression<?> unlabeled(Expression<?> expression) {
        return expression instanceof Labeled<?> labeled ? unlabeled(labeled.expression()) : expression;
    }

    static boolean holdsValues(Expression<?> expression) {
        var search = new Values();
        search.expression(expression);
        return search.isFound;
    }

    /** Returns the position of the first column that is this expression, or -1. */
    static int positionOf(Expression<?> expression, List<? extends Expression<?>> columns) {
        var sought = unlabeled(expression);
        for (int i = 0; i < columns.size(); i++) {
            if (unlabeled(columns.get(i)).equals(sought)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the numbers of the expressions in a query that repeat a GROUP BY expression with values; possibly empty.
     * They depend on the values and not only on the structure of the statement.
     */
    static List<Integer> places(Select<?> select) {
        var terms = new ArrayList<>(withValues(select));
        if (select.distinctness().isOn()) {
            select.ordering().forEach(term -> terms.add(unlabeled(term.term())));
            terms.addAll(select.distinctness().columns());
            terms.removeIf(term -> !holdsValues(term));
        }
        if (terms.isEmpty()) {
            return List.of();
        }
        var search = new Places(terms);
        select.selectList().projections().forEach(search::projection);
        search.expression(select.groupConditions());
        select.ordering().forEach(term -> search.expression(term.term()));
        select.distinctness().columns().forEach(search::expression);
        select.grouping().forEach(search::expression);
        return search.found;
    }

    /** Returns whether the expression must be written as an aggregate at this place. */
    boolean replaces(Expression<?> expression) {
        return isOpen && !isSame(expression, exempt) && terms.contains(expression);
    }

    @SuppressWarnings("ReferenceEquality") // an equal expression inside another column is not this one
    private static boolean isSame(Expression<?> expression, @Nullable Expression<?> exempt) {
        return expression == exempt;
    }

    /** Runs a part of the rendering in which the terms are or are not replaced. */
    void within(boolean open, Runnable body) {
        var before = isOpen;
        isOpen = open;
        try {
            body.run();
        } finally {
            isOpen = before;
        }
    }

    /** Writes the column that GROUP BY refers to, in which nothing is replaced. */
    void exempt(Expression<?> column, Runnable body) {
        exempt = unlabeled(column);
        try {
            body.run();
        } finally {
            exempt = null;
        }
    }

    /** A search for values that become parameters. Confined to one thread at a time. */
    private static final class Values extends Walker {

        private boolean isFound;

        @Override
        public void expression(Expression<?> node) {
            isFound |= node instanceof BindParameter<?> || node instanceof InValues;
            if (!isFound) {
                super.expression(node);
            }
        }
    }

    /**
     * A walk that numbers all expressions and records the numbers of those searched for. Confined to one thread at a
     * time.
     */
    private static final class Places extends Walker {

        private final List<Expression<?>> sought;
        private final List<Integer> found = new ArrayList<>();
        private int number;

        Places(List<Expression<?>> sought) {
            this.sought = sought;
        }

        @Override
        public void expression(Expression<?> node) {
            number++;
            int at = sought.indexOf(node);
            if (at >= 0) {
                found.add(number);
                found.add(at);
            }
            super.expression(node);
        }
    }
}
