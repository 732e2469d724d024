package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The operations of a session on a tracked collection, which are the same for all kinds. Only the state is specific to
 * a collection. Confined to one thread at a time.
 */
interface TrackedCollection extends RelatedCollection {

    /** Returns the content and its changes. */
    CollectionState<?> $state();

    /** Called before the content changes in a way that iterators must notice. */
    default void $modified() {}

    /** Adds an object to the loaded content. */
    default void $add(ManagedEntity item) {
        $state().content().add(item);
    }

    /** Removes an object from the loaded content. */
    default void $drop(ManagedEntity item) {
        $state().removeAll(item);
    }

    @Override
    default boolean isLoaded() {
        return $state().isLoaded();
    }

    @Override
    default List<ManagedEntity> known() {
        return List.copyOf($state().content());
    }

    @Override
    default List<ManagedEntity> content() {
        return List.copyOf($state().loaded(this));
    }

    @Override
    @SuppressWarnings("unchecked") // kinds that are not a java.util.Collection override this
    default void change(List<ManagedEntity> excluded, List<ManagedEntity> included) {
        Collection<Object> collection = (Collection<Object>) this;
        excluded.forEach(collection::remove);
        collection.addAll(included);
    }

    @Override
    default void replace(Collection<?> items) {
        List<ManagedEntity> wanted = items.stream()
                .map(item -> EntityInternals
                        .managed(Objects.requireNonNull(item, "a collection of entities cannot hold null")))
                .toList();
        Set<ManagedEntity> after = CollectionState.identities(wanted);
        Set<ManagedEntity> before = CollectionState.identities(content());
        change(before.stream().filter(item -> !after.contains(item)).toList(),
                wanted.stream().filter(item -> !before.contains(item)).toList());
        EntityInternals.changed($state().owner, $state().attribute);
    }

    @Override
    default void fill(List<? extends ManagedEntity> content) {
        $state().fill(content);
    }

    @Override
    default void backAdd(ManagedEntity item) {
        CollectionState<?> state = $state();
        if (state.isLoaded()) {
            state.beforeChange();
            $modified();
            $add(item);
        } else {
            state.addUnloaded(item);
        }
        EntityInternals.changed(state.owner, state.attribute);
    }

    @Override
    default void backRemove(ManagedEntity item) {
        CollectionState<?> state = $state();
        if (state.isLoaded()) {
            state.beforeChange();
            $modified();
            $drop(item);
        } else {
            state.removeUnloaded(item);
        }
        EntityInternals.changed(state.owner, state.attribute);
    }

    @Override
    default List<ManagedEntity> added() {
        return $state().added();
    }

    @Override
    default List<ManagedEntity> removed() {
        return $state().removed();
    }

    @Override
    default List<ManagedEntity> unchanged() {
        return $state().unchanged();
    }

    @Override
    default void flushed() {
        $state().flushed();
    }

    @Override
    default void becomeTransient() {
        $state().becomeTransient();
    }

    @Override
    default void expire() {
        $modified();
        $state().expire();
    }
}
