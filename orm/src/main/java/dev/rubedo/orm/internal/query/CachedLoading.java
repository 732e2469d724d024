package dev.rubedo.orm.internal.query;

import dev.rubedo.engine.RowCache;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import java.util.Objects;

/**
 * Loads on first access, for that object alone, from rows that a cache has or keeps. Immutable.
 *
 * @param cache the cache
 */
record CachedLoading(RowCache cache) implements LoaderStrategy {

    CachedLoading {
        Objects.requireNonNull(cache, "cache");
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(List.of(owner), relationship, cache);
    }

    @Override
    public String toString() {
        return "cached by " + cache;
    }
}
