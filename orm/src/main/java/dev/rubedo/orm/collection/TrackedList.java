package dev.rubedo.orm.collection;

import dev.rubedo.orm.metamodel.RelationshipDefinition.Numbering;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The list of a to-many relationship. It is loaded when it is read. {@link #add} does not load it if the object cannot
 * be in it yet, because it is new or belonged to another owner. Confined to one thread at a time.
 *
 * @param <T> the target entity of the relationship
 */
public final class TrackedList<T> extends AbstractList<T> implements TrackedCollection, RandomAccess {

    private final CollectionState<ArrayList<ManagedEntity>> state;

    /** Creates the list for an attribute of an object. */
    public TrackedList(ManagedEntity owner, int attribute) {
        state = new CollectionState<>(owner, attribute, new ArrayList<>(0));
    }

    private ArrayList<ManagedEntity> loaded() {
        return state.loaded(this);
    }

    /** Numbers the objects from an index on, if the list is numbered. */
    private void number(int from) {
        Numbering numbering = Positions.of(state.owner, state.attribute);
        if (numbering != null && state.isLoaded()) {
            Positions.set(numbering, state.content(), from);
        }
    }

    @SuppressWarnings("unchecked")
    private T item(ManagedEntity entity) {
        return (T) entity;
    }

    private static ManagedEntity managed(@Nullable Object item) {
        return EntityInternals.managed(Objects.requireNonNull(item, "a collection of entities cannot hold null"));
    }

    @Override
    public T get(int index) {
        return item(loaded().get(index));
    }

    @Override
    public int size() {
        return loaded().size();
    }

    @Override
    public boolean add(T item) {
        ManagedEntity added = managed(item);
        EntityInternals.adding(state.owner, state.attribute, added);
        if (!state.isLoaded() && state.mayHold(added)) {
            state.load(this);
        }
        if (!state.isLoaded()) {
            state.addUnloaded(added);
        } else {
            boolean isThere = EntityInternals.isTracked(added) && state.containsIdentical(added);
            state.beforeChange();
            modCount++;
            state.content().add(added);
            number(state.content().size() - 1);
            if (isThere && !state.isLeftOver(added)) {
                return true;
            }
        }
        EntityInternals.added(state.owner, state.attribute, added);
        return true;
    }

    /** Adds a copy of the given objects, because moving children here changes the collection that they come from. */
    @Override
    public boolean addAll(Collection<? extends T> items) {
        List<T> copy = new ArrayList<>(items);
        copy.forEach(this::add);
        return !copy.isEmpty();
    }

    /** Inserts a copy of the given objects, because moving children here changes the collection that they come from. */
    @Override
    public boolean addAll(int index, Collection<? extends T> items) {
        return super.addAll(index, new ArrayList<>(items));
    }

    @Override
    public void add(int index, T item) {
        ManagedEntity added = managed(item);
        ArrayList<ManagedEntity> content = loaded();
        Objects.checkIndex(index, content.size() + 1);
        EntityInternals.adding(state.owner, state.attribute, added);
        state.beforeChange();
        modCount++;
        content.add(index, added);
        number(index);
        EntityInternals.added(state.owner, state.attribute, added);
    }

    @Override
    public T set(int index, T item) {
        ManagedEntity added = managed(item);
        ArrayList<ManagedEntity> content = loaded();
        Objects.checkIndex(index, content.size());
        EntityInternals.adding(state.owner, state.attribute, added);
        ManagedEntity replaced = content.get(index);
        if (replaced != added) {
            EntityInternals.removing(state.owner, state.attribute, replaced);
        }
        state.beforeChange();
        ManagedEntity previous = content.set(index, added);
        if (previous != added) {
            if (!state.containsIdentical(previous)) {
                EntityInternals.removed(state.owner, state.attribute, previous);
            }
            EntityInternals.added(state.owner, state.attribute, added);
            Numbering numbering = Positions.of(state.owner, state.attribute);
            if (numbering != null) {
                Positions.set(numbering, added, index);
            }
        }
        return item(previous);
    }

    @Override
    public T remove(int index) {
        ArrayList<ManagedEntity> content = loaded();
        Objects.checkIndex(index, content.size());
        EntityInternals.removing(state.owner, state.attribute, content.get(index));
        state.beforeChange();
        modCount++;
        ManagedEntity removed = content.remove(index);
        number(index);
        if (!state.containsIdentical(removed)) {
            EntityInternals.removed(state.owner, state.attribute, removed);
        }
        return item(removed);
    }

    @Override
    public boolean remove(@Nullable Object item) {
        if (state.dequeue(item)) {
            EntityInternals.removed(state.owner, state.attribute, managed(item));
            return true;
        }
        int index = indexOf(item);
        if (index < 0) {
            return false;
        }
        remove(index);
        return true;
    }

    @Override
    protected void removeRange(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            remove(i);
        }
    }

    @Override
    public void clear() {
        removeIf(item -> true);
    }

    /** Removes the objects in one pass; individual removals would each search the remaining list. */
    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        ArrayList<ManagedEntity> content = loaded();
        List<ManagedEntity> kept = new ArrayList<>();
        List<ManagedEntity> gone = new ArrayList<>();
        for (ManagedEntity item : content) {
            (filter.test(item(item)) ? gone : kept).add(item);
        }
        if (gone.isEmpty()) {
            return false;
        }
        gone.forEach(item -> EntityInternals.removing(state.owner, state.attribute, item));
        state.beforeChange();
        modCount++;
        content.clear();
        content.addAll(kept);
        number(0);
        Set<ManagedEntity> told = CollectionState.identities(kept);
        for (ManagedEntity item : gone) {
            if (told.add(item)) {
                EntityInternals.removed(state.owner, state.attribute, item);
            }
        }
        return true;
    }

    @Override
    public boolean removeAll(Collection<?> items) {
        return removeIf(items::contains);
    }

    @Override
    public void sort(@Nullable Comparator<? super T> order) {
        ArrayList<ManagedEntity> content = loaded();
        state.beforeChange();
        modCount++;
        content.sort((first, second) -> compare(order, item(first), item(second)));
        number(0);
    }

    @SuppressWarnings("unchecked")
    private static <T> int compare(@Nullable Comparator<? super T> order, T first, T second) {
        return order == null ? ((Comparable<? super T>) first).compareTo(second) : order.compare(first, second);
    }

    @Override
    public void fill(List<? extends ManagedEntity> content) {
        boolean isMerged = !state.isLoaded() && !(state.content().isEmpty() && state.removed().isEmpty());
        state.fill(content);
        if (isMerged) {
            number(0);
        }
    }

    @Override
    public void backAdd(ManagedEntity item) {
        TrackedCollection.super.backAdd(item);
        number(state.content().size() - 1);
    }

    @Override
    public void $drop(ManagedEntity item) {
        TrackedCollection.super.$drop(item);
        number(0);
    }

    @Override
    public void replace(Collection<?> items) {
        List<ManagedEntity> wanted = new ArrayList<>();
        items.forEach(item -> wanted.add(managed(item)));
        ArrayList<ManagedEntity> content = loaded();
        Set<ManagedEntity> before = CollectionState.identities(content);
        Set<ManagedEntity> after = CollectionState.identities(wanted);
        List<ManagedEntity> gone = content.stream().filter(item -> !after.contains(item)).distinct().toList();
        List<ManagedEntity> come = wanted.stream().filter(item -> !before.contains(item)).distinct().toList();
        gone.forEach(item -> EntityInternals.removing(state.owner, state.attribute, item));
        come.forEach(item -> EntityInternals.adding(state.owner, state.attribute, item));
        state.beforeChange();
        modCount++;
        content.clear();
        content.addAll(wanted);
        gone.forEach(item -> EntityInternals.removed(state.owner, state.attribute, item));
        come.forEach(item -> EntityInternals.added(state.owner, state.attribute, item));
        number(0);
        EntityInternals.changed(state.owner, state.attribute);
    }

    @Override
    public CollectionState<?> $state() {
        return state;
    }

    @Override
    public void $modified() {
        modCount++;
    }
}
