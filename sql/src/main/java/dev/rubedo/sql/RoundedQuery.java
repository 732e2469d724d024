package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;

/** The rounding of numbers in a query for the columns that an INSERT fills with them. Stateless. */
final class RoundedQuery {

    private RoundedQuery() {}

    /** Returns a query whose numbers fit the columns; the query itself if no number needs to be rounded. */
    static Selectable<?> of(Selectable<?> query, List<? extends SettableColumn<?>> columns) {
        if (columns.isEmpty() || !query.isResolved() || rounded(query.columns(), columns).equals(query.columns())) {
            return query;
        }
        // The rows of DISTINCT and of several queries are compared before they are rounded.
        if (query instanceof Select<?> select && !select.distinctness().isOn()) {
            return select.columns(rounded(select.columns(), columns));
        }
        return new Select<>(SelectList.many(rounded(query.subquery().columns(), columns)));
    }

    private static List<Expression<?>> rounded(List<? extends Expression<?>> values,
            List<? extends SettableColumn<?>> columns) {
        var rounded = new ArrayList<Expression<?>>();
        for (int i = 0; i < values.size(); i++) {
            rounded.add(Operands.rounded(columns.get(i), values.get(i)));
        }
        return rounded;
    }
}
