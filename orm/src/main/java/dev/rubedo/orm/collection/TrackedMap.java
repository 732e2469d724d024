package dev.rubedo.orm.collection;

import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition.MapKey;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The map of a to-many relationship. The key of an object is one of its attributes or comes from one of its methods,
 * and is always up to date if it depends only on attributes of the object; an object whose key is null is stored but
 * not visible in the map. It is loaded when it is read or changed. Confined to one thread at a time.
 *
 * @param <K> the type of the key
 * @param <T> the target entity of the relationship
 */
public final class TrackedMap<K, T> extends AbstractMap<K, T> implements TrackedCollection {

    private final CollectionState<LinkedHashSet<ManagedEntity>> state;
    private final MapKey key;
    // the objects by key; null until it is needed
    private @Nullable Map<K, ManagedEntity> index;
    // the key of each object in the index; null for those whose key is null
    private final Map<ManagedEntity, @Nullable K> keys = new IdentityHashMap<>(0);
    // objects in the index of which an attribute may have changed since
    private final Set<ManagedEntity> suspects = CollectionState.identities(List.of());
    // whether an object hides another one with the same key
    private boolean hides;
    // whether the index has the order of the content
    private boolean isOrdered;

    /** Creates the map for an attribute of an object. */
    public TrackedMap(ManagedEntity owner, int attribute) {
        state = new CollectionState<>(owner, attribute, new LinkedHashSet<>(4));
        key = Objects.requireNonNull(
                ((RelationshipDefinition) EntityInternals.definition(owner).attribute(attribute)).mapKey(), "mapKey");
    }

    @SuppressWarnings("unchecked")
    private T item(ManagedEntity entity) {
        return (T) entity;
    }

    @SuppressWarnings("unchecked")
    private @Nullable K key(ManagedEntity item) {
        return (K) key.of().apply(item);
    }

    /** Returns the objects by their current keys. Only those that may have changed are examined. */
    private Map<K, ManagedEntity> byKey() {
        LinkedHashSet<ManagedEntity> content = state.loaded(this);
        Map<K, ManagedEntity> known = index;
        if (known != null && rekeyed(known)) {
            return known;
        }
        reset();
        Map<K, ManagedEntity> built = new LinkedHashMap<>();
        index = built;
        isOrdered = true;
        content.forEach(this::enter);
        return built;
    }

    /** Moves the objects whose key has changed. Returns false if the index must be rebuilt. */
    private boolean rekeyed(Map<K, ManagedEntity> known) {
        while (!suspects.isEmpty()) {
            // getting a key may load the object
            List<ManagedEntity> some = List.copyOf(suspects);
            suspects.clear();
            for (ManagedEntity item : some) {
                K before = keys.get(item);
                K now = key(item);
                if (Objects.equals(before, now) || !keys.containsKey(item)) {
                    continue;
                }
                if (hides || index != known || now != null && known.containsKey(now)) {
                    return false;
                }
                known.remove(before);
                if (now != null) {
                    known.put(now, item);
                }
                keys.put(item, now);
                isOrdered = false;
            }
        }
        return index == known;
    }

    /** Adds an object of the content to the index. */
    private void enter(ManagedEntity item) {
        Map<K, ManagedEntity> known = index;
        if (known != null) {
            K itsKey = key(item);
            keys.put(item, itsKey);
            EntityInternals.keyedIn(item, this);
            hides |= itsKey != null && known.put(itsKey, item) != null;
        }
    }

    /** Removes an object that is no longer in the content from the index. */
    private void leave(ManagedEntity item) {
        Map<K, ManagedEntity> known = index;
        if (known == null || !keys.containsKey(item)) {
            return;
        }
        if (hides) {
            reset();
            return;
        }
        known.remove(keys.remove(item));
        suspects.remove(item);
        EntityInternals.notKeyedIn(item, this);
    }

    private void reset() {
        index = null;
        hides = false;
        suspects.clear();
        keys.keySet().forEach(item -> EntityInternals.notKeyedIn(item, this));
        keys.clear();
    }

    @Override
    public void keyChanging(ManagedEntity item) {
        suspects.add(item);
    }

    @Override
    public @Nullable T get(@Nullable Object wanted) {
        ManagedEntity found = byKey().get(wanted);
        return found == null ? null : item(found);
    }

    @Override
    public boolean containsKey(@Nullable Object wanted) {
        return get(wanted) != null;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return value instanceof ManagedEntity item && byKey().get(keys.get(item)) == item;
    }

    @Override
    public int size() {
        return byKey().size();
    }

    /**
     * Adds an object, in place of the one that has the same key. If the key is an attribute of the object that is null,
     * it is set.
     *
     * @throws IllegalArgumentException if the object has another key
     */
    @Override
    public @Nullable T put(K wanted, T value) {
        ManagedEntity added = EntityInternals
                .managed(Objects.requireNonNull(value, "a collection of entities cannot hold null"));
        Objects.requireNonNull(wanted, "key");
        ManagedEntity before = byKey().get(wanted);
        requireKey(wanted, added);
        if (before == added) {
            return value;
        }
        EntityInternals.adding(state.owner, state.attribute, added);
        if (before != null) {
            drop(before);
        }
        state.beforeChange();
        add(added);
        EntityInternals.added(state.owner, state.attribute, added);
        return before == null ? null : item(before);
    }

    private void add(ManagedEntity item) {
        if (state.content().add(item)) {
            enter(item);
        }
    }

    private void requireKey(K wanted, ManagedEntity item) {
        K own = key(item);
        if (own == null && !key.attribute().isEmpty()) {
            EntityInternals.set(item, EntityInternals.definition(item).indexOf(key.attribute()), wanted);
            own = key(item);
        }
        if (!wanted.equals(own)) {
            throw new IllegalArgumentException(EntityInternals.describe(item) + " has the key \"" + own + "\" in \""
                    + EntityInternals.definition(state.owner).attribute(state.attribute).name()
                    + "\", but is put under the key \"" + wanted + "\". Use its key, or change the object first.");
        }
    }

    private void drop(ManagedEntity item) {
        EntityInternals.removing(state.owner, state.attribute, item);
        state.beforeChange();
        $drop(item);
        EntityInternals.removed(state.owner, state.attribute, item);
    }

    @Override
    public @Nullable T remove(@Nullable Object wanted) {
        ManagedEntity found = byKey().get(wanted);
        if (found == null) {
            return null;
        }
        drop(found);
        return item(found);
    }

    @Override
    public void clear() {
        List.copyOf(state.loaded(this)).forEach(this::drop);
    }

    @Override
    public Set<Entry<K, T>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, T>> iterator() {
                return new Entries(new ArrayList<>(inOrder().entrySet()).iterator());
            }

            @Override
            public int size() {
                return byKey().size();
            }
        };
    }

    /** Returns the objects by their keys, in the order of the content. */
    private Map<K, ManagedEntity> inOrder() {
        Map<K, ManagedEntity> all = byKey();
        if (!isOrdered) {
            reset();
            all = byKey();
        }
        return all;
    }

    /** Iterates over the objects that the map had when the iteration began. Confined to one thread at a time. */
    private final class Entries implements Iterator<Entry<K, T>> {

        private final Iterator<Entry<K, ManagedEntity>> entries;
        private @Nullable ManagedEntity last;

        private Entries(Iterator<Entry<K, ManagedEntity>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Entry<K, T> next() {
            Entry<K, ManagedEntity> next = entries.next();
            last = next.getValue();
            return new SimpleEntry<>(next.getKey(), item(next.getValue())) {
                private static final long serialVersionUID = 1L;

                @Override
                public T setValue(T value) {
                    throw new UnsupportedOperationException("The entries of \""
                            + EntityInternals.definition(state.owner).attribute(state.attribute).name()
                            + "\" cannot be set. Call put(key, value) of the map.");
                }
            };
        }

        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException("next() was not called");
            }
            drop(last);
            last = null;
        }
    }

    @Override
    public CollectionState<?> $state() {
        return state;
    }

    @Override
    public void $add(ManagedEntity item) {
        add(item);
    }

    @Override
    public void $drop(ManagedEntity item) {
        state.content().remove(item);
        leave(item);
    }

    @Override
    public void expire() {
        reset();
        TrackedCollection.super.expire();
    }

    @Override
    public void fill(List<? extends ManagedEntity> content) {
        reset();
        state.fill(content);
    }

    @Override
    @SuppressWarnings("unchecked") // put checks the keys
    public void replace(Map<?, ?> items) {
        Map<Object, Object> wanted = new LinkedHashMap<>(items);
        state.loaded(this);
        for (ManagedEntity item : List.copyOf(state.content())) {
            if (!wanted.containsValue(item)) {
                drop(item);
            }
        }
        wanted.forEach((wantedKey, item) -> put((K) wantedKey, (T) item));
        EntityInternals.changed(state.owner, state.attribute);
    }

    @Override
    public void change(List<ManagedEntity> excluded, List<ManagedEntity> included) {
        excluded.forEach(this::drop);
        for (ManagedEntity item : included) {
            EntityInternals.adding(state.owner, state.attribute, item);
            state.beforeChange();
            add(item);
            EntityInternals.added(state.owner, state.attribute, item);
        }
    }
}
