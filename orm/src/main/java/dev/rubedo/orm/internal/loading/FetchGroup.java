package dev.rubedo.orm.internal.loading;

import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LoadGroup;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The objects of one entity from the same result, and what the query said about loading them. Confined to one thread at a time. */
public final class FetchGroup extends LoadGroup {

    private final FetchGraph fetch;
    private int refreshes;
    private int last;

    FetchGroup(FetchGraph fetch) {
        this.fetch = fetch;
    }

    FetchGroup(FetchGraph fetch, List<ManagedEntity> members) {
        super(members);
        this.fetch = fetch;
    }

    /** Lets objects that were inserted together be read again together: those of one entity. */
    public static void together(List<ManagedEntity> inserted) {
        if (inserted.size() < 2) {
            return;
        }
        EntityDefinition<?> definition = null;
        FetchGroup group = null;
        Map<EntityDefinition<?>, FetchGroup> groups = new IdentityHashMap<>();
        for (ManagedEntity entity : inserted) {
            if (group == null || EntityInternals.definition(entity) != definition) {
                definition = EntityInternals.definition(entity);
                group = groups.computeIfAbsent(definition, any -> new FetchGroup(FetchGraph.DEFAULT));
            }
            group.add(entity);
            EntityInternals.group(entity, group);
        }
    }

    FetchGraph fetch() {
        return fetch;
    }

    /** Counts one more row that had to be read again and returns how many were before. */
    int countRefresh() {
        return refreshes++;
    }

    /** Returns the other members: those after this one in the order of the result, then those before it, the nearest first. A loop finds its place at once. */
    Iterable<ManagedEntity> others(ManagedEntity member) {
        List<ManagedEntity> all = members();
        int size = all.size();
        for (int i = 0; i < size; i++) {
            int at = (last + i) % size;
            if (all.get(at) == member) {
                last = at;
                return () -> new Others(all, at);
            }
        }
        return List.of();
    }

    /** Goes up from a place to the end, then down from it. Confined to one thread at a time. */
    private static final class Others implements Iterator<ManagedEntity> {
        private final List<ManagedEntity> all;
        private final int start;
        private int next;

        Others(List<ManagedEntity> all, int start) {
            this.all = all;
            this.start = start;
            next = start + 1 < all.size() ? start + 1 : start - 1;
        }

        @Override
        public boolean hasNext() {
            return next >= 0;
        }

        @Override
        public ManagedEntity next() {
            if (next < 0) {
                throw new NoSuchElementException();
            }
            ManagedEntity found = all.get(next);
            if (next < start) {
                next--;
            } else {
                next = next + 1 < all.size() ? next + 1 : start - 1;
            }
            return found;
        }
    }
}
