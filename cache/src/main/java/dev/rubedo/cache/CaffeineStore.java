package dev.rubedo.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** An in-memory store, which evicts the least used rows when they occupy too much memory. Thread-safe. */
public final class CaffeineStore implements CacheStore {

    /** The estimated memory of a key with its query, in bytes. */
    private static final int KEY_WEIGHT = 256;

    private final Cache<CacheKey, CachedRows> cache;

    private CaffeineStore(Cache<CacheKey, CachedRows> cache) {
        this.cache = cache;
    }

    /**
     * Creates a store that occupies up to approximately this much memory.
     *
     * @param bytes the limit in bytes; must be positive
     */
    public static CaffeineStore ofBytes(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException(
                    "The store is limited to " + bytes + " bytes. The limit must be positive.");
        }
        return new CaffeineStore(Caffeine.newBuilder().maximumWeight(bytes).weigher(CaffeineStore::weight).build());
    }

    private static int weight(CacheKey key, CachedRows rows) {
        return (int) Math.min(Integer.MAX_VALUE,
                KEY_WEIGHT + 2L * key.query().sql().length() + rows.rows().weight());
    }

    @Override
    public @Nullable CachedRows get(CacheKey key) {
        return cache.getIfPresent(key);
    }

    @Override
    public void put(CacheKey key, CachedRows rows) {
        cache.put(key, rows);
    }

    @Override
    public void clear(String region) {
        cache.asMap().keySet().removeIf(key -> key.region().equals(region));
    }

    /** Returns the number of queries of all regions whose rows are stored. */
    public long size() {
        cache.cleanUp();
        return cache.estimatedSize();
    }
}
