package dev.rubedo.cache;

import dev.rubedo.engine.RowQuery;
import java.util.Objects;

/**
 * What identifies rows in a store. Immutable.
 *
 * @param region the name of the region
 * @param partition what the rows depend on besides the query; see {@link CacheRegion.Builder#partitionedBy}
 * @param query the query
 */
public record CacheKey(String region, Object partition, RowQuery query) {

    /** Checks for null. */
    public CacheKey {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(partition, "partition");
        Objects.requireNonNull(query, "query");
    }

    /**
     * Returns a text that identifies the rows outside this process. The partition is represented by its text.
     *
     * @throws UnsupportedOperationException if a value of the query has no binary form
     */
    public String text() {
        return region + ":" + partition + ":" + query.fingerprint();
    }
}
