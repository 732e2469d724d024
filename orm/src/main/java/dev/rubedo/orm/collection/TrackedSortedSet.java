package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The set of a to-many relationship, in the natural order of its objects. The order is determined when the set is read,
 * so objects may change after they are added. Objects that compare as equal are different elements, in the order in
 * which they were loaded and added. Confined to one thread at a time.
 *
 * @param <T> the target entity of the relationship, which is {@link Comparable}
 */
public final class TrackedSortedSet<T> extends TrackedSet<T> implements SortedSet<T> {

    /** Creates the set for an attribute of an object. */
    public TrackedSortedSet(ManagedEntity owner, int attribute) {
        super(owner, attribute);
    }

    /** Returns null: the order is the natural one. */
    @Override
    public @Nullable Comparator<? super T> comparator() {
        return null;
    }

    @SuppressWarnings("unchecked") // the processor checks that the target is comparable
    private static <T> int compare(T first, T second) {
        return ((Comparable<? super T>) first).compareTo(second);
    }

    private List<T> sorted() {
        List<T> sorted = new ArrayList<>();
        super.iterator().forEachRemaining(sorted::add);
        sorted.sort(TrackedSortedSet::compare);
        return sorted;
    }

    /** Returns an iterator over the objects that the set has now. */
    @Override
    public Iterator<T> iterator() {
        Iterator<T> sorted = sorted().iterator();
        return new Iterator<>() {
            private @Nullable T last;

            @Override
            public boolean hasNext() {
                return sorted.hasNext();
            }

            @Override
            public T next() {
                T next = sorted.next();
                last = next;
                return next;
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException("next() was not called");
                }
                TrackedSortedSet.this.remove(last);
                last = null;
            }
        };
    }

    @Override
    public T first() {
        requireContent();
        return sorted().get(0);
    }

    @Override
    public T last() {
        requireContent();
        return sorted().get(size() - 1);
    }

    private void requireContent() {
        if (isEmpty()) {
            throw new NoSuchElementException("the set is empty");
        }
    }

    @Override
    public SortedSet<T> subSet(T from, T to) {
        if (compare(from, to) > 0) {
            throw new IllegalArgumentException("the first object of a range comes after the last one");
        }
        return new SortedRange<>(this, Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"));
    }

    @Override
    public SortedSet<T> headSet(T to) {
        return new SortedRange<>(this, null, Objects.requireNonNull(to, "to"));
    }

    @Override
    public SortedSet<T> tailSet(T from) {
        return new SortedRange<>(this, Objects.requireNonNull(from, "from"), null);
    }
}
