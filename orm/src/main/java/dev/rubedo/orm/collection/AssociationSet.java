package dev.rubedo.orm.collection;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A view of a set of related objects as a set of the values of one of their attributes. Two related objects with the
 * same value count as two. Changes are applied to the related objects. Confined to one thread at a time.
 *
 * @param <T> the related entity
 * @param <V> the values
 */
public final class AssociationSet<T, V extends @Nullable Object> extends AbstractSet<V> {

    private final Set<T> objects;
    private final AssociatedValues<T, V> values;

    /** Creates a view of a relationship's set; for generated code. */
    public AssociationSet(Set<T> objects, AssociatedValues<T, V> values) {
        this.objects = objects;
        this.values = values;
    }

    @Override
    public Iterator<V> iterator() {
        Iterator<T> each = objects.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public V next() {
                return values.valueOf(each.next());
            }

            @Override
            public void remove() {
                each.remove();
            }
        };
    }

    @Override
    public int size() {
        return objects.size();
    }

    /** Adds a related object with the value, unless there is one. */
    @Override
    public boolean add(V value) {
        return !contains(value) && objects.add(values.objectOf(value));
    }
}
