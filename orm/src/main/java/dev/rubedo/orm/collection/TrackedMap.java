package dev.rubedo.orm.collection;

import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition.MapKey;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The map of a to-many relationship. The key of an object is one of its attributes or comes from one of its methods, and
 * is always the current one; an object whose key is null is stored but not in the map. It is loaded when it is read or
 * changed. Confined to one thread at a time.
 *
 * @param <K> the type of the key
 * @param <T> the target entity of the relationship
 */
public final class TrackedMap<K, T> extends AbstractMap<K, T> implements TrackedCollection {

    private final CollectionState<LinkedHashSet<ManagedEntity>> state;
    private final MapKey key;
    private @Nullable Map<K, ManagedEntity> index;

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

    /** Returns the objects by their current keys. */
    private Map<K, ManagedEntity> byKey() {
        LinkedHashSet<ManagedEntity> content = state.loaded(this);
        Map<K, ManagedEntity> known = index;
        if (known != null && isCurrent(known, content)) {
            return known;
        }
        Map<K, ManagedEntity> built = new LinkedHashMap<>();
        for (ManagedEntity item : content) {
            K itsKey = key(item);
            if (itsKey != null) {
                built.put(itsKey, item);
            }
        }
        index = built;
        return built;
    }

    private boolean isCurrent(Map<K, ManagedEntity> known, Set<ManagedEntity> content) {
        int found = 0;
        for (ManagedEntity item : content) {
            K itsKey = key(item);
            if (itsKey != null) {
                if (known.get(itsKey) != item) {
                    return false;
                }
                found++;
            }
        }
        return found == known.size();
    }

    @Override
    public @Nullable T get(@Nullable Object wanted) {
        state.loaded(this);
        ManagedEntity likely = index == null || wanted == null ? null : index.get(wanted);
        if (likely == null || !state.content().contains(likely) || !Objects.equals(key(likely), wanted)) {
            likely = byKey().get(wanted);
        }
        return likely == null ? null : item(likely);
    }

    @Override
    public boolean containsKey(@Nullable Object wanted) {
        return get(wanted) != null;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return value instanceof ManagedEntity && byKey().containsValue(value);
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
        state.content().add(added);
        index = null;
        EntityInternals.added(state.owner, state.attribute, added);
        return before == null ? null : item(before);
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
                    + "\", but is put under \"" + wanted + "\". Use its key, or change the object first.");
        }
    }

    private void drop(ManagedEntity item) {
        EntityInternals.removing(state.owner, state.attribute, item);
        state.beforeChange();
        state.content().remove(item);
        index = null;
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
                return new Entries(new ArrayList<>(byKey().entrySet()).iterator());
            }

            @Override
            public int size() {
                return byKey().size();
            }
        };
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
            return new SimpleImmutableEntry<>(next.getKey(), item(next.getValue()));
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
    public void $modified() {
        index = null;
    }

    @Override
    public void $drop(ManagedEntity item) {
        state.content().remove(item);
    }

    @Override
    public void fill(List<? extends ManagedEntity> content) {
        index = null;
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
            state.content().add(item);
            index = null;
            EntityInternals.added(state.owner, state.attribute, item);
        }
    }
}
