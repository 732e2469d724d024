package dev.rubedo.orm.loading;

import dev.rubedo.orm.state.LoadGroup;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;

/** The objects of one entity from the same result, and what the query said about loading them. Confined to one thread at a time. */
final class FetchGroup extends LoadGroup {

    private final Fetch fetch;
    private int refreshes;
    private int last;

    FetchGroup(Fetch fetch) {
        this.fetch = fetch;
    }

    FetchGroup(Fetch fetch, List<ManagedEntity> members) {
        super(members);
        this.fetch = fetch;
    }

    Fetch fetch() {
        return fetch;
    }

    /** Counts one more row that had to be read again and returns how many were before. */
    int countRefresh() {
        return refreshes++;
    }

    /** Returns the members after this one, in the order of the result. A loop finds its place at once. */
    List<ManagedEntity> following(ManagedEntity member) {
        List<ManagedEntity> all = members();
        int size = all.size();
        for (int i = 0; i < size; i++) {
            int at = (last + i) % size;
            if (all.get(at) == member) {
                last = at;
                return all.subList(at + 1, size);
            }
        }
        return List.of();
    }
}
