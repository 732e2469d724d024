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

/**
 * The objects of one entity from the same result, and the loader options of the query. Confined to one thread at a
 * time.
 */
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

    /**
     * Groups the objects of one entity that were inserted together, so that they are reloaded together.
     *
     * @param usual how their relationships are loaded
     */
    public static void together(List<ManagedEntity> inserted, FetchGraph usual) {
        if (inserted.size() < 2) {
            return;
        }
        EntityDefinition<?> definition = null;
        FetchGroup group = null;
        Map<EntityDefinition<?>, FetchGroup> groups = new IdentityHashMap<>();
        for (ManagedEntity entity : inserted) {
            if (group == null || EntityInternals.definition(entity) != definition) {
                definition = EntityInternals.definition(entity);
                group = groups.computeIfAbsent(definition, any -> new FetchGroup(usual));
            }
            group.add(entity);
            EntityInternals.group(entity, group);
        }
    }

    FetchGraph fetch() {
        return fetch;
    }

    /** Counts a reloaded row and returns the number of rows that were reloaded before. */
    int countRefresh() {
        return refreshes++;
    }

    /**
     * Returns the other members: those after this one in the order of the result, then those before it, the nearest
     * first. In a loop over the result, the position is found in constant time.
     */
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

    /** Iterates forwards from a position to the end, then backwards from it. Confined to one thread at a time. */
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
