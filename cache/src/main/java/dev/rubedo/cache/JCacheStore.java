package dev.rubedo.cache;

import dev.rubedo.result.RecordedRows;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/**
 * A store in a JCache (JSR 107), which may be shared by several processes. It holds strings and bytes in a format of
 * its own, so Java serialization is not used. The expiry of the cache applies in addition to the time to live of the
 * region. A region evicts the rows of changed tables only in the processes that made the changes; choose a time to live
 * for the others. Thread-safe.
 */
public final class JCacheStore implements CacheStore {

    private final Cache<String, byte[]> cache;

    /**
     * Creates a store in a cache.
     *
     * @param cache the cache, which the caller closes
     */
    public JCacheStore(Cache<String, byte[]> cache) {
        this.cache = Objects.requireNonNull(cache, "cache");
    }

    @Override
    public @Nullable CachedRows get(CacheKey key) {
        byte[] entry = cache.get(key.text());
        if (entry == null) {
            return null;
        }
        var buffer = ByteBuffer.wrap(entry);
        var begun = instant(buffer);
        var loaded = instant(buffer);
        var rows = new byte[buffer.remaining()];
        buffer.get(rows);
        return new CachedRows(RecordedRows.decode(rows), begun, loaded);
    }

    @Override
    public void put(CacheKey key, CachedRows rows) {
        byte[] encoded = rows.rows().encode();
        var buffer = ByteBuffer.allocate(2 * (Long.BYTES + Integer.BYTES) + encoded.length);
        put(buffer, rows.begun());
        put(buffer, rows.loaded());
        cache.put(key.text(), buffer.put(encoded).array());
    }

    private static Instant instant(ByteBuffer buffer) {
        return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    }

    private static void put(ByteBuffer buffer, Instant time) {
        buffer.putLong(time.getEpochSecond()).putInt(time.getNano());
    }

    @Override
    public void clear(String region) {
        Set<String> keys = new HashSet<>();
        for (var entry : cache) {
            if (entry.getKey().startsWith(region + ":")) {
                keys.add(entry.getKey());
            }
        }
        cache.removeAll(keys);
    }
}
