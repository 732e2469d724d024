package dev.rubedo.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** A store in memory, which forgets the rows that are used least when they occupy too much of it. Thread-safe. */
public final class CaffeineStore implements CacheStore {

    /** The estimated memory of a key with its query, in bytes. */
    private static final int KEY_WEIGHT = 256;

    private final Cache<CacheKey, CachedRows> cache;

    private CaffeineStore(Cache<CacheKey, CachedRows> cache) {
        this.cache = cache;
    }

    /**
     * Creates a store that occupies up to this much memory, by an estimate.
     *
     * @param bytes the limit; more than 0
     */
    public static CaffeineStore ofBytes(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("The store is limited to " + bytes + " bytes. Give more than 0.");
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

    /** Returns the number of queries whose rows it has, of all regions. */
    public long size() {
        cache.cleanUp();
        return cache.estimatedSize();
    }
}
