package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a tracked collection of any kind: their owner, whether they are loaded, and their changes. The original
 * content is copied at the first change and compared at the flush. Changes to an unloaded collection are queued without
 * loading it. Confined to one thread at a time.
 *
 * @param <C> the type of the plain collection that holds the content
 */
final class CollectionState<C extends Collection<ManagedEntity>> {

    private static final int MANY = 32;

    final ManagedEntity owner;
    final int attribute;
    private final C content;
    private boolean loaded;
    private @Nullable List<ManagedEntity> before;
    private @Nullable List<ManagedEntity> removedUnloaded;
    // an index of the queue of an unloaded collection, once the queue is too long to search
    private @Nullable Set<ManagedEntity> queued;
    // objects that the other side removed from a long list; removed in one pass before the content is used again
    private @Nullable Set<ManagedEntity> gone;

    CollectionState(ManagedEntity owner, int attribute, C content) {
        this.owner = owner;
        this.attribute = attribute;
        this.content = content;
        this.loaded = !EntityInternals.isTracked(owner);
    }

    boolean isLoaded() {
        return loaded;
    }

    /** Returns the current content. */
    C content() {
        if (gone != null) {
            removeGone(gone);
        }
        return content;
    }

    /** Returns the current content, which is loaded if necessary. */
    C loaded(RelatedCollection face) {
        if (!loaded) {
            load(face);
        }
        return content();
    }

    private void removeGone(Set<ManagedEntity> items) {
        gone = null;
        content.removeIf(items::contains);
    }

    /** Removes all occurrences of an object from the content. Consecutive removals are combined into one pass. */
    void removeAll(ManagedEntity item) {
        if (gone == null && content.size() < MANY) {
            content.removeIf(other -> other == item);
            return;
        }
        if (gone == null) {
            gone = identities(List.of());
        }
        gone.add(item);
    }

    /** Loads the content. Queued changes are kept. */
    void load(RelatedCollection face) {
        if (!loaded) {
            EntityContext context = EntityInternals.context(owner);
            if (context == null) {
                throw EntityInternals.detached(owner, attribute);
            }
            context.loadCollection(owner, attribute, face);
            if (!loaded) {
                throw new IllegalStateException(
                        "The session did not load \"" + attribute + "\" of " + EntityInternals.describe(owner) + ".");
            }
        }
    }

    /** Called before the content of a loaded collection changes. */
    void beforeChange() {
        EntityInternals.requireWritable(owner, attribute);
        if (before == null && loaded && EntityInternals.isTracked(owner)) {
            before = new ArrayList<>(content());
        }
    }

    void fill(List<? extends ManagedEntity> fromDatabase) {
        if (loaded) {
            return;
        }
        if (content().isEmpty() && removedUnloaded == null) {
            loaded = true;
            queued = null;
            content.addAll(fromDatabase);
            return;
        }
        List<ManagedEntity> queued = new ArrayList<>(content());
        List<ManagedEntity> removed = removedUnloaded == null ? List.of() : removedUnloaded;
        loaded = true;
        removedUnloaded = null;
        this.queued = null;
        content().clear();
        before = new ArrayList<>(fromDatabase);
        Set<ManagedEntity> gone = identities(removed);
        Set<ManagedEntity> there = identities(fromDatabase);
        for (ManagedEntity item : fromDatabase) {
            if (!gone.contains(item)) {
                content().add(item);
            }
        }
        for (ManagedEntity item : queued) {
            if (!there.contains(item)) {
                content().add(item);
            }
        }
    }

    /** Queues a removal from an unloaded collection. */
    void removeUnloaded(ManagedEntity item) {
        if (!removeIdentical(item)) {
            if (removedUnloaded == null) {
                removedUnloaded = new ArrayList<>();
            }
            removedUnloaded.add(item);
        }
    }

    /** Returns whether an object's row may be among those that are not loaded. If not, its addition can be queued. */
    boolean mayHold(ManagedEntity item) {
        EntityContext context = EntityInternals.context(owner);
        return context != null && EntityInternals.isTracked(item) && context.mayHold(owner, attribute, item);
    }

    /**
     * Returns whether a loaded collection contains an object whose row, as far as is known, no longer belongs to it: the
     * object was moved by its foreign key or by another collection, without notifying this one. Adding it again moves
     * it back.
     */
    boolean isLeftOver(ManagedEntity item) {
        if (!loaded || !EntityInternals.isTracked(item) || EntityInternals.context(item) == null || mayHold(item)) {
            return false;
        }
        beforeChange();
        if (before != null) {
            before.removeIf(other -> other == item);
        }
        return true;
    }

    /** Queues an addition to an unloaded collection, or cancels a queued removal. */
    void addUnloaded(ManagedEntity item) {
        boolean takenBack = removedUnloaded != null && removedUnloaded.removeIf(other -> other == item);
        if (!takenBack && isUnqueued(item)) {
            content().add(item);
        }
    }

    private boolean isUnqueued(ManagedEntity item) {
        if (content().size() < MANY) {
            return !containsIdentical(item);
        }
        if (queued == null) {
            queued = identities(content());
        }
        return queued.add(item);
    }

    boolean containsIdentical(ManagedEntity item) {
        for (ManagedEntity other : content()) {
            if (other == item) {
                return true;
            }
        }
        return false;
    }

    boolean removeIdentical(ManagedEntity item) {
        queued = null;
        for (var iterator = content().iterator(); iterator.hasNext();) {
            if (iterator.next() == item) {
                iterator.remove();
                return true;
            }
        }
        return false;
    }

    List<ManagedEntity> added() {
        if (!loaded || before == null && !EntityInternals.isTracked(owner)) {
            return List.copyOf(content());
        }
        return before == null ? List.of() : difference(content(), before);
    }

    List<ManagedEntity> removed() {
        if (!loaded) {
            return removedUnloaded == null ? List.of() : List.copyOf(removedUnloaded);
        }
        return before == null ? List.of() : difference(before, content);
    }

    List<ManagedEntity> unchanged() {
        if (!loaded || before == null && !EntityInternals.isTracked(owner)) {
            return List.of();
        }
        if (before == null) {
            return List.copyOf(content());
        }
        Set<ManagedEntity> was = identities(before);
        List<ManagedEntity> same = new ArrayList<>();
        for (ManagedEntity item : content()) {
            if (was.contains(item)) {
                same.add(item);
            }
        }
        return same;
    }

    void flushed() {
        queued = null;
        before = null;
        removedUnloaded = null;
        if (!loaded) {
            // an object that was not written, because it is in no session, still belongs here
            content().removeIf(EntityInternals::isTracked);
        }
    }

    /** Cancels a queued addition. Returns false if there was none. */
    boolean dequeue(@Nullable Object item) {
        if (loaded || !(item instanceof ManagedEntity entity) || !containsIdentical(entity)) {
            return false;
        }
        EntityInternals.removing(owner, attribute, entity);
        return removeIdentical(entity);
    }

    void becomeTransient() {
        queued = null;
        before = null;
        removedUnloaded = null;
        loaded = true;
    }

    void expire() {
        queued = null;
        before = null;
        removedUnloaded = null;
        content().clear();
        loaded = false;
    }

    private static List<ManagedEntity> difference(Collection<ManagedEntity> all, Collection<ManagedEntity> without) {
        Set<ManagedEntity> seen = identities(without);
        List<ManagedEntity> rest = new ArrayList<>();
        for (ManagedEntity item : all) {
            if (seen.add(item)) {
                rest.add(item);
            }
        }
        return rest;
    }

    static Set<ManagedEntity> identities(Collection<? extends ManagedEntity> items) {
        Set<ManagedEntity> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(items);
        return set;
    }
}
