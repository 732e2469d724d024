package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The set of a to-many relationship, in the order in which objects were loaded and added. It is loaded when it is read
 * or changed. Confined to one thread at a time.
 *
 * @param <T> the target entity of the relationship
 */
public sealed class TrackedSet<T> extends AbstractSet<T> implements TrackedCollection permits TrackedSortedSet {

    private final CollectionState<LinkedHashSet<ManagedEntity>> state;

    /** Creates the set for an attribute of an object. */
    public TrackedSet(ManagedEntity owner, int attribute) {
        state = new CollectionState<>(owner, attribute, new LinkedHashSet<>(4));
    }

    private LinkedHashSet<ManagedEntity> loaded() {
        return state.loaded(this);
    }

    @SuppressWarnings("unchecked")
    private T item(ManagedEntity entity) {
        return (T) entity;
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<ManagedEntity> content = loaded().iterator();
        return new Iterator<>() {
            private @Nullable ManagedEntity last;

            @Override
            public boolean hasNext() {
                return content.hasNext();
            }

            @Override
            public T next() {
                ManagedEntity next = content.next();
                last = next;
                return item(next);
            }

            @Override
            public void remove() {
                EntityInternals.removing(state.owner, state.attribute, Objects.requireNonNull(last));
                state.beforeChange();
                content.remove();
                EntityInternals.removed(state.owner, state.attribute, Objects.requireNonNull(last));
            }
        };
    }

    @Override
    public int size() {
        return loaded().size();
    }

    @Override
    public boolean contains(@Nullable Object item) {
        return item instanceof ManagedEntity && loaded().contains(item);
    }

    /** Adds a copy of the given objects, because moving children here changes the collection that they come from. */
    @Override
    public boolean addAll(Collection<? extends T> items) {
        return super.addAll(new ArrayList<>(items));
    }

    @Override
    public boolean add(T item) {
        ManagedEntity added = EntityInternals
                .managed(Objects.requireNonNull(item, "a collection of entities cannot hold null"));
        LinkedHashSet<ManagedEntity> content = loaded();
        if (content.contains(added)) {
            if (state.isLeftOver(added)) {
                EntityInternals.adding(state.owner, state.attribute, added);
                EntityInternals.added(state.owner, state.attribute, added);
            }
            return false;
        }
        EntityInternals.adding(state.owner, state.attribute, added);
        state.beforeChange();
        content.add(added);
        EntityInternals.added(state.owner, state.attribute, added);
        return true;
    }

    @Override
    public boolean remove(@Nullable Object item) {
        if (state.dequeue(item)) {
            EntityInternals.removed(state.owner, state.attribute,
                    EntityInternals.managed(Objects.requireNonNull(item)));
            return true;
        }
        if (!(item instanceof ManagedEntity removed) || !loaded().contains(removed)) {
            return false;
        }
        EntityInternals.removing(state.owner, state.attribute, removed);
        state.beforeChange();
        state.content().remove(removed);
        EntityInternals.removed(state.owner, state.attribute, removed);
        return true;
    }

    @Override
    public CollectionState<?> $state() {
        return state;
    }

    @Override
    public void $drop(ManagedEntity item) {
        state.content().remove(item);
    }
}
