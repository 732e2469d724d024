package dev.rubedo.orm.session;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of the results of a query, by its index. Immutable.
 *
 * @param <T> the result of the query
 * @param items the results on this page, in the order of the query; possibly empty
 * @param index the index of this page, counted from 0
 * @param size the number of results on a full page
 * @param total the number of results on all pages
 */
public record Page<T extends @Nullable Object>(List<T> items, long index, int size, long total) {

    /** Checks the numbers. */
    public Page {
        Objects.requireNonNull(items, "items");
        requireSize(size);
        if (index < 0) {
            throw new IllegalArgumentException("The index of a page is " + index + ". Pages are counted from 0.");
        }
    }

    static void requireSize(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("The size of a page is " + size + ". It must be at least 1.");
        }
    }

    /** Returns the number of pages. */
    public long pages() {
        return (total + size - 1) / size;
    }

    /** Returns whether there is a page after this one. */
    public boolean hasNext() {
        return (index + 1) * size < total;
    }

    /** Returns whether there is a page before this one. */
    public boolean hasPrevious() {
        return index > 0;
    }

    /** Returns this page with other items, each made from one of its items. */
    public <R extends @Nullable Object> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), index, size, total);
    }
}
