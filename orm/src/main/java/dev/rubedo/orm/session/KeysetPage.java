package dev.rubedo.orm.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of the results of a query that begins after, or ends before, a result, given by its values in the order of the
 * query. Unlike pages with an index, it costs the same however far it is from the beginning, and rows that are inserted
 * meanwhile do not shift it. Immutable.
 *
 * @param <T> the result of the query
 * @param items the results on this page, in the order of the query; possibly empty
 * @param first the values of the first item in the order, to page backwards; empty if there are no items
 * @param last the values of the last item in the order, to page forwards; empty if there are no items
 * @param hasMore whether there are results beyond this page, in the direction in which it was requested
 */
public record KeysetPage<T extends @Nullable Object>(List<T> items, List<@Nullable Object> first,
        List<@Nullable Object> last, boolean hasMore) {

    /** Copies the lists of values, which may contain null. */
    public KeysetPage {
        Objects.requireNonNull(items, "items");
        first = Collections.unmodifiableList(new ArrayList<>(first));
        last = Collections.unmodifiableList(new ArrayList<>(last));
    }

    /** Returns this page with other items, each made from one of its items. */
    public <R extends @Nullable Object> KeysetPage<R> map(Function<? super T, ? extends R> mapping) {
        return new KeysetPage<>(items.stream().<R>map(mapping).toList(), first, last, hasMore);
    }
}
