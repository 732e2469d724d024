package dev.rubedo.cache;

import dev.rubedo.stability.Spi;
import org.jspecify.annotations.Nullable;

/**
 * The storage of a region's rows. A store may lose rows at any time. If it throws an exception, the region logs a
 * warning and queries the database. Implementations are thread-safe.
 */
@Spi
public interface CacheStore {

    /** Returns the rows of a key, or null if there are none. */
    @Nullable
    CachedRows get(CacheKey key);

    /** Keeps rows. */
    void put(CacheKey key, CachedRows rows);

    /** Evicts all rows of a region. */
    void clear(String region);
}
