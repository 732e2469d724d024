package dev.rubedo.orm.session;

import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Projection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An aggregate of the rows of all shards, which follows from those of each shard. Immutable. */
enum ShardAggregate {
    /** The sum of counts or sums. */
    SUM,
    /** The smallest value. */
    MIN,
    /** The greatest value. */
    MAX;

    /**
     * Returns how an item of a select list is combined.
     *
     * @throws dev.rubedo.error.InvalidStatementException if it cannot be
     */
    static ShardAggregate of(Projection<?> item) {
        Projection<?> plain = item instanceof Labeled<?> labeled ? labeled.expression() : item;
        if (plain instanceof FunctionCall<?> call && call.ordering().isEmpty() && call.group().isEmpty()) {
            switch (call.name().toLowerCase(Locale.ROOT)) {
                case "min" :
                    return MIN;
                case "max" :
                    return MAX;
                case "count", "sum" :
                    if (!call.isDistinct()) {
                        return SUM;
                    }
                    break;
                default :
                    break;
            }
        }
        throw ShardedQuery
                .refused("Only the aggregates count, sum, min and max of all rows can be derived from those of"
                        + " each shard, not " + item + ".");
    }

    /** Combines the values of two shards; null is that of no rows. */
    @Nullable
    Object combined(@Nullable Object one, @Nullable Object other, ShardOrder order) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return switch (this) {
            case SUM -> sum(one, other);
            case MIN -> order.compare(one, other) <= 0 ? one : other;
            case MAX -> order.compare(one, other) >= 0 ? one : other;
        };
    }

    private static Object sum(Object one, Object other) {
        return switch (one) {
            case Long first when other instanceof Long second -> Math.addExact(first, second);
            case Integer first when other instanceof Integer second -> Math.addExact(first, second);
            case BigDecimal first when other instanceof BigDecimal second -> first.add(second);
            case BigInteger first when other instanceof BigInteger second -> first.add(second);
            case Double first when other instanceof Double second -> first + second;
            case Float first when other instanceof Float second -> first + second;
            case Object first -> throw ShardedQuery.refused("Values of " + first.getClass().getName()
                    + " cannot be added up.");
        };
    }
}
