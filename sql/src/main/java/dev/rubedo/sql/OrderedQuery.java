package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A query with {@code ORDER BY} and limits. Immutable.
 *
 * @param <S> the query itself
 */
public abstract sealed class OrderedQuery<S extends Selectable<?>> extends ComposedStatement<S>
        permits Select, CompoundSelect {
    OrderedQuery() {}

    @Override
    abstract QueryParts parts();

    private S with(Consumer<QueryParts> change) {
        var copy = parts().copy();
        change.accept(copy);
        return of(copy);
    }

    /**
     * Returns this query with an order. Terms of a compound query are columns of its first query, given directly or by
     * their labels.
     *
     * @param terms the terms, after those given before
     */
    public S orderBy(OrderTerm... terms) {
        return with(copy -> copy.ordering = SelectParts.append(copy.ordering, terms));
    }

    /** Returns this query without an order. */
    public S unordered() {
        return with(copy -> copy.ordering = List.of());
    }

    /** Returns this query with all its rows: without a limit, and without rows to skip. */
    public S unlimited() {
        return with(copy -> {
            copy.limit = null;
            copy.offset = null;
        });
    }

    /**
     * Returns this query limited to a number of rows.
     *
     * @param rows the number
     */
    public S limit(long rows) {
        return fetch(rows, RowLimit.Form.LIMIT);
    }

    /**
     * Returns this query limited to a number of rows.
     *
     * @param rows the number
     */
    public S limit(Expression<? extends Number> rows) {
        return with(copy -> copy.limit = new RowLimit(rows, RowLimit.Form.LIMIT));
    }

    /**
     * Returns this query limited to a number of rows, in a form of {@code FETCH FIRST}.
     *
     * @param count the number
     * @param form the unit of the number
     */
    public S fetch(long count, RowLimit.Form form) {
        if (count > 100 && (form == RowLimit.Form.PERCENT || form == RowLimit.Form.PERCENT_WITH_TIES)) {
            throw new IllegalArgumentException("fetch(" + count + ", " + form + "): there are at most 100 percent");
        }
        var limit = new RowLimit(number(count, "limit"), form);
        return with(copy -> copy.limit = limit);
    }

    /**
     * Returns this query without its first rows.
     *
     * @param rows the number of rows to skip
     */
    public S offset(long rows) {
        return offset(number(rows, "offset"));
    }

    /**
     * Returns this query without its first rows.
     *
     * @param rows the number of rows to skip
     */
    public S offset(Expression<? extends Number> rows) {
        return with(copy -> copy.offset = rows);
    }

    private static Expression<Long> number(long rows, String clause) {
        if (rows < 0) {
            throw new IllegalArgumentException(clause + "(" + rows + "): the number cannot be negative");
        }
        return new BindParameter<>("", rows, false, Types.BIGINT);
    }

    /** Returns the terms of the {@code ORDER BY} clause; possibly empty. */
    public List<OrderTerm> ordering() {
        return parts().ordering;
    }

    /** Returns the limit, or null for none. */
    public @Nullable RowLimit rowLimit() {
        return parts().limit;
    }

    /** Returns the number of rows to skip, or null for none. */
    public @Nullable Expression<?> rowOffset() {
        return parts().offset;
    }
}
