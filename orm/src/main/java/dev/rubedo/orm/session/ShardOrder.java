package dev.rubedo.orm.session;

import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of the rows of a query in several shards: numbers, times, booleans, and strings if their order is known.
 * Immutable.
 *
 * @param terms the terms of the ORDER BY
 * @param texts the order of strings, or null if it is not known
 */
record ShardOrder(List<OrderTerm> terms, @Nullable Comparator<? super String> texts) {

    /**
     * Merges rows that are sorted in each shard.
     *
     * @param shards the rows of each shard
     * @param first the position of the value of the first term in a row, from 0
     */
    List<@Nullable Object[]> merged(List<List<@Nullable Object[]>> shards, int first) {
        Comparator<@Nullable Object[]> order = (one, other) -> compare(one, other, first);
        List<@Nullable Object[]> all = new ArrayList<>();
        for (List<@Nullable Object[]> rows : shards) {
            for (int i = 1; i < rows.size(); i++) {
                if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                    throw ShardedQuery.refused("A shard sorts the values by " + terms
                            + " in a different order than the program, for example by another collation.");
                }
            }
            all.addAll(rows);
        }
        // stable, and merges what is sorted in parts
        all.sort(order);
        return all;
    }

    private int compare(@Nullable Object[] one, @Nullable Object[] other, int first) {
        for (int i = 0; i < terms.size(); i++) {
            int order = compare(terms.get(i), one[first + i], other[first + i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int compare(OrderTerm term, @Nullable Object one, @Nullable Object other) {
        boolean isDescending = term instanceof Ordered ordered && ordered.direction() == Ordered.Direction.DESCENDING;
        if (one == null || other == null) {
            if (one == other) {
                return 0;
            }
            int ofNullFirst = one == null ? -1 : 1;
            return switch (term instanceof Ordered ordered ? ordered.nulls() : Ordered.Nulls.DEFAULT) {
                case FIRST -> ofNullFirst;
                case LAST -> -ofNullFirst;
                case DEFAULT -> throw ShardedQuery.refused("Databases place NULL differently: add nullsFirst() or"
                        + " nullsLast() to " + term + " in orderBy(...).");
            };
        }
        return isDescending ? compare(other, one) : compare(one, other);
    }

    /** Compares values that are not null. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column have one class
    int compare(Object one, Object other) {
        return switch (one) {
            case String text when other instanceof String second -> compare(text, second);
            case Number number when number instanceof Comparable first && number.getClass() == other.getClass() ->
                first.compareTo(other);
            case Boolean first when other instanceof Boolean second -> first.compareTo(second);
            case ChronoLocalDate first when other instanceof ChronoLocalDate second -> first.compareTo(second);
            case ChronoLocalDateTime<?> first when other instanceof ChronoLocalDateTime<?> second ->
                first.compareTo(second);
            case OffsetDateTime first when other instanceof OffsetDateTime second ->
                first.toInstant().compareTo(second.toInstant());
            case Instant first when other instanceof Instant second -> first.compareTo(second);
            case LocalTime first when other instanceof LocalTime second -> first.compareTo(second);
            case Object first -> throw ShardedQuery.refused("Databases order values of " + first.getClass().getName()
                    + " differently.");
        };
    }

    private int compare(String one, String other) {
        if (texts == null) {
            throw ShardedQuery.refused("The order of strings depends on the collation of the shards: set it with"
                    + " textOrder(...) of Shards.builder(), such as Comparator.naturalOrder() for the collation \"C\".");
        }
        return texts.compare(one, other);
    }
}
