package dev.rubedo.orm.collection;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view of a list of related objects as a list of the values of one of their attributes. Changes are applied to the
 * related objects. Confined to one thread at a time.
 *
 * @param <T> the related entity
 * @param <V> the values
 */
public final class AssociationList<T, V extends @Nullable Object> extends AbstractList<V> {

    private final List<T> objects;
    private final AssociatedValues<T, V> values;

    /** Creates a view of a relationship's list; for generated code. */
    public AssociationList(List<T> objects, AssociatedValues<T, V> values) {
        this.objects = objects;
        this.values = values;
    }

    @Override
    public V get(int index) {
        return values.valueOf(objects.get(index));
    }

    @Override
    public int size() {
        return objects.size();
    }

    /** Adds a related object with the value. */
    @Override
    public boolean add(V value) {
        return objects.add(values.objectOf(value));
    }

    @Override
    public void add(int index, V value) {
        objects.add(index, values.objectOf(value));
    }

    /** Sets the value of the related object at a position, or replaces the object if its value cannot be set. */
    @Override
    public V set(int index, V value) {
        V before = get(index);
        var write = values.write();
        if (write != null) {
            write.accept(objects.get(index), value);
        } else {
            objects.set(index, values.objectOf(value));
        }
        return before;
    }

    /** Removes the related object at a position, and returns its value. */
    @Override
    public V remove(int index) {
        V before = get(index);
        objects.remove(index);
        return before;
    }
}
