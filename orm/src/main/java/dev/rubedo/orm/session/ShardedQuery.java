package dev.rubedo.orm.session;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.result.Result;
import dev.rubedo.result.RowShape;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Distinct;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.OrderedQuery;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query that is executed in several shards, and whose results are combined into those that one database with all rows
 * would return. The limit and the offset are those of all rows together, so each shard executes the query without the
 * offset and with a limit for both; orders are merged; aggregates of all rows are combined. Queries that cannot be
 * combined are refused. Immutable.
 *
 * @param <T> the type of each row
 */
final class ShardedQuery<T extends @Nullable Object> {

    private final Select<T> query;
    private final List<OrderTerm> order;
    private final boolean isAggregate;
    private final long offset;
    private final long limit;
    private final ShardOrder values;

    private ShardedQuery(Select<T> query, Map<String, ? extends @Nullable Object> given,
            @Nullable Comparator<? super String> texts) {
        this.query = query;
        this.order = query.ordering();
        this.values = new ShardOrder(order, texts);
        RowLimit rows = query.rowLimit();
        if (rows != null && rows.form() != RowLimit.Form.LIMIT && rows.form() != RowLimit.Form.FETCH) {
            throw refused("The limit " + rows.form() + " of all rows cannot be derived from that of each shard.");
        }
        this.limit = rows == null ? Long.MAX_VALUE : number(rows.count(), given);
        this.offset = query.rowOffset() == null ? 0 : number(query.rowOffset(), given);
        if (query.rowOffset() != null && (isNamed(query.rowOffset()) || rows != null && isNamed(rows.count()))) {
            throw refused("Each shard needs a limit that includes the offset: specify both as numbers, not as named"
                    + " parameters.");
        }
        this.isAggregate = isAggregate(query);
        requireCombinable();
    }

    /**
     * Returns how a statement is executed in several shards, or null if its results are only concatenated.
     *
     * @param given the values of named parameters
     * @param texts the order of strings in all shards, or null if it is not known
     * @throws InvalidStatementException if the results of the shards cannot be combined
     */
    static <T extends @Nullable Object> @Nullable ShardedQuery<T> of(Statement<T> statement,
            Map<String, ? extends @Nullable Object> given, @Nullable Comparator<? super String> texts) {
        return switch (statement) {
            case CompoundSelect<T> compound when compound.kind() != CompoundSelect.Kind.UNION_ALL
                    || isOrderedOrLimited(compound) ->
                throw refused("Rows of different shards would have to be compared for the " + compound.kind().token()
                        + " of all rows, or for its order and limit.");
            case Select<T> select when !isPlain(select) -> new ShardedQuery<>(select, given, texts);
            case Statement<T> other -> null;
        };
    }

    private static boolean isOrderedOrLimited(OrderedQuery<?> query) {
        return !query.ordering().isEmpty() || query.rowLimit() != null || query.rowOffset() != null;
    }

    /** Returns whether the rows of the shards are, one after the other, those of one database. */
    private static boolean isPlain(Select<?> select) {
        return !isOrderedOrLimited(select) && !select.distinctness().isOn() && select.grouping().isEmpty()
                && select.groupConditions() == NoCondition.NONE && !isAggregate(select) && !hasWindow(select);
    }

    static InvalidStatementException refused(String why) {
        return new InvalidStatementException("The results of several shards cannot be combined for this query. " + why
                + " Name a shard with options(onShard(\"...\")), or combine the rows of the shards in the program.");
    }

    private static boolean isNamed(Expression<?> number) {
        return number instanceof BindParameter<?> parameter && !parameter.name().isEmpty();
    }

    private static long number(Expression<?> expression, Map<String, ? extends @Nullable Object> given) {
        if (expression instanceof BindParameter<?> parameter) {
            Object value = given.containsKey(parameter.name()) ? given.get(parameter.name()) : parameter.value();
            if (value instanceof Number number) {
                return number.longValue();
            }
        }
        throw refused("Its limit or offset " + expression + " is not a number that is known before it is executed.");
    }

    private void requireCombinable() {
        if (!query.grouping().isEmpty() || query.groupConditions() != NoCondition.NONE) {
            throw refused("The rows of a GROUP BY group may be in several shards.");
        }
        if (hasWindow(query)) {
            throw refused("The window of a function would contain rows of one shard only.");
        }
        Distinct distinct = query.distinctness();
        if (distinct.isOn() && !(distinct.columns().isEmpty() && hasEntity() && order.isEmpty())) {
            throw refused("Equal rows of different shards are not recognized for DISTINCT"
                    + (hasEntity() ? " with an order." : "."));
        }
        if (isAggregate) {
            query.selectList().projections().forEach(item -> ShardAggregate.of(item));
            if (offset > 0 || limit == 0 || !order.isEmpty()) {
                throw refused("An aggregate of all rows is one row, which needs no order, limit or offset.");
            }
        } else if (!order.isEmpty() && !query.selectList().projections().stream()
                .allMatch(item -> item instanceof Expression<?> || item instanceof EntityPath<?>)) {
            throw refused(
                    "The order of the rows of a table can be merged only if its columns are selected instead of the table.");
        }
    }

    private boolean hasEntity() {
        return query.selectList().projections().stream().anyMatch(EntityPath.class::isInstance);
    }

    private static boolean isAggregate(Select<?> query) {
        return query.selectList().projections().stream().anyMatch(item -> new NestedQueries.Calls(item).hasAggregate());
    }

    private static boolean hasWindow(Select<?> query) {
        return query.selectList().projections().stream().anyMatch(item -> new NestedQueries.Calls(item).hasWindow())
                || query.ordering().stream().anyMatch(term -> new NestedQueries.Calls(term).hasWindow());
    }

    /** Returns the statement to execute in each shard. */
    Statement<?> inEach() {
        if (isAggregate) {
            return query;
        }
        Select<T> own = query;
        if (query.rowOffset() != null) {
            own = query.offset(0);
            if (query.rowLimit() != null) {
                own = own.limit(limit > Long.MAX_VALUE - offset ? Long.MAX_VALUE : limit + offset);
            }
        }
        return order.isEmpty() ? own : own.addColumns(keys());
    }

    private Projection<?>[] keys() {
        Projection<?>[] keys = new Projection<?>[order.size()];
        for (int i = 0; i < keys.length; i++) {
            Expression<?> term = order.get(i).term();
            keys[i] = (term instanceof Labeled<?> labeled ? labeled.expression() : term).as("shard_order_" + i);
        }
        return keys;
    }

    /** Returns the number of all rows, from the number that the shards have without the offset and with both limits. */
    long count(long inShards) {
        return isAggregate ? 1 : Math.min(limit, Math.max(0, inShards - offset));
    }

    /** Combines the results of the shards, in the order of the shards. */
    // an element has the type of the only item, or is a row
    @SuppressWarnings({"unchecked", "NullAway"})
    Result<T> combined(List<? extends Result<?>> results) {
        List<Projection<?>> items = List.copyOf(query.selectList().projections());
        List<String> names = results.get(0).names().subList(0, isAggregate || !order.isEmpty() ? items.size()
                : results.get(0).names().size());
        if (!isAggregate && order.isEmpty()) {
            Result<T> all = (Result<T>) results.get(0);
            for (Result<?> other : results.subList(1, results.size())) {
                all = all.merge((Result<T>) other);
            }
            return Result.ofElements(cut(all.all()), names);
        }
        RowShape shape = RowShape.ofParts(items, names);
        List<T> elements = new ArrayList<>();
        if (isAggregate) {
            elements.add((T) element(shape, aggregates(results)));
        } else {
            List<List<@Nullable Object[]>> lists = new ArrayList<>();
            for (Result<?> result : results) {
                lists.add(((Result<Row>) result).all().stream().map(row -> row.values().toArray()).toList());
            }
            for (@Nullable Object[] row : cut(values.merged(lists, items.size()))) {
                elements.add((T) element(shape, row));
            }
        }
        return Result.ofElements(elements, shape);
    }

    private @Nullable Object element(RowShape shape, @Nullable Object[] values) {
        return query.selectList().isSingle() ? values[0]
                : shape.row(java.util.Arrays.copyOf(values, query.selectList().projections().size()));
    }

    private @Nullable Object[] aggregates(List<? extends Result<?>> results) {
        List<ShardAggregate> aggregates = query.selectList().projections().stream().map(ShardAggregate::of).toList();
        @Nullable Object[] all = new Object[aggregates.size()];
        for (Result<?> result : results) {
            Object one = result.one();
            for (int i = 0; i < all.length; i++) {
                all[i] = aggregates.get(i).combined(all[i], one instanceof Row row ? row.get(i + 1) : one, values);
            }
        }
        return all;
    }

    private <E> List<E> cut(List<E> all) {
        int from = (int) Math.min(offset, all.size());
        return all.subList(from,
                (int) Math.min(all.size(), limit > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + limit));
    }
}
