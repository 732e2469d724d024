package dev.rubedo.orm.session;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads pages of queries. Stateless and thread-safe. */
final class Paging {

    private Paging() {}

    static <T extends @Nullable Object> Page<T> page(Session session, Select<T> query, long index, int size) {
        requireOrder(query);
        long total = session.count(query.unordered());
        Page<T> empty = new Page<>(List.of(), index, size, total);
        return index * size >= total ? empty
                : new Page<>(session.all(query.limit(size).offset(index * size)), index, size, total);
    }

    static <T extends @Nullable Object> KeysetPage<T> after(Session session, Select<T> query, int size,
            List<?> key) {
        requireOrder(query);
        return read(session, query, key.isEmpty() ? query : query.after(key.toArray()), size, false);
    }

    static <T extends @Nullable Object> KeysetPage<T> before(Session session, Select<T> query, int size,
            List<?> key) {
        requireOrder(query);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("pageBefore(...) needs the values of the result before which the page"
                    + " ends: first() of a page.");
        }
        return read(session, query, query.before(key.toArray()), size, true);
    }

    private static void requireOrder(Select<?> query) {
        if (query.ordering().isEmpty()) {
            throw new InvalidStatementException(
                    "Pages of a query need an order, otherwise they could overlap. Call orderBy(...) with a unique last term.");
        }
        if (query.rowLimit() != null || query.rowOffset() != null) {
            throw new InvalidStatementException(
                    "Pages of a query have limits of their own. Remove limit() and offset().");
        }
    }

    private static <T extends @Nullable Object> KeysetPage<T> read(Session session, Select<T> query,
            Select<T> restricted,
            int size, boolean backwards) {
        Page.requireSize(size);
        if (!query.selectList().isSingle()) {
            throw new InvalidStatementException(
                    "A page by keys needs a query that selects a single element, such as an entity. Use"
                            + " into(...) to make one of several.");
        }
        Expression<?>[] terms = query.ordering().stream().map(OrderTerm::term).toArray(Expression<?>[]::new);
        List<Row> rows = new ArrayList<>(session.all(restricted.addColumns(terms).limit(size + 1L)));
        boolean hasMore = rows.size() > size;
        if (hasMore) {
            rows.remove(size);
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        Projection<?> what = query.selectList().projections().get(0);
        List<T> items = rows.stream().<T>map(row -> item(row, what)).toList();
        return rows.isEmpty() ? new KeysetPage<>(items, List.of(), List.of(), hasMore)
                : new KeysetPage<>(items, key(rows.get(0), terms), key(rows.get(rows.size() - 1), terms), hasMore);
    }

    // the query selects results of its type
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    private static <T extends @Nullable Object> T item(Row row, Projection<?> what) {
        return (T) row.get(what);
    }

    private static List<@Nullable Object> key(Row row, Expression<?>[] terms) {
        List<@Nullable Object> key = new ArrayList<>();
        for (Expression<?> term : terms) {
            key.add(row.get(term));
        }
        return key;
    }
}
