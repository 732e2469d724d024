package dev.rubedo.orm.collection;

import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A view of the objects of a sorted set between two bounds. Confined to one thread at a time. */
final class SortedRange<T> extends AbstractSet<T> implements SortedSet<T> {

    private final SortedSet<T> whole;
    private final @Nullable T from;
    private final @Nullable T to;

    /**
     * @param from the inclusive lower bound, or null for none
     * @param to the exclusive upper bound, or null for none
     */
    SortedRange(SortedSet<T> whole, @Nullable T from, @Nullable T to) {
        this.whole = whole;
        this.from = from;
        this.to = to;
    }

    @SuppressWarnings("unchecked") // the objects of a sorted set are comparable
    private static <T> int compare(T first, T second) {
        return ((Comparable<? super T>) first).compareTo(second);
    }

    private boolean isInside(T item) {
        return (from == null || compare(item, from) >= 0) && (to == null || compare(item, to) < 0);
    }

    private List<T> content() {
        return whole.stream().filter(this::isInside).toList();
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<T> content = content().iterator();
        return new Iterator<>() {
            private @Nullable T last;

            @Override
            public boolean hasNext() {
                return content.hasNext();
            }

            @Override
            public T next() {
                T next = content.next();
                last = next;
                return next;
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException("next() was not called");
                }
                whole.remove(last);
                last = null;
            }
        };
    }

    @Override
    public int size() {
        return content().size();
    }

    @Override
    public boolean add(T item) {
        if (!isInside(item)) {
            throw new IllegalArgumentException("the object is outside of this range: " + item);
        }
        return whole.add(item);
    }

    @Override
    public @Nullable Comparator<? super T> comparator() {
        return whole.comparator();
    }

    @Override
    public SortedSet<T> subSet(T first, T last) {
        return new SortedRange<>(this, first, last);
    }

    @Override
    public SortedSet<T> headSet(T last) {
        return new SortedRange<>(this, null, last);
    }

    @Override
    public SortedSet<T> tailSet(T first) {
        return new SortedRange<>(this, first, null);
    }

    @Override
    public T first() {
        return content().stream().findFirst().orElseThrow(SortedRange::empty);
    }

    @Override
    public T last() {
        List<T> content = content();
        if (content.isEmpty()) {
            throw empty();
        }
        return content.get(content.size() - 1);
    }

    private static NoSuchElementException empty() {
        return new NoSuchElementException("the range is empty");
    }
}
