package dev.rubedo.cache;

import dev.rubedo.engine.RowQuery;
import java.util.Objects;

/**
 * The key of rows in a store. Immutable.
 *
 * @param region the name of the region
 * @param partition the additional dependency of the rows besides the query; see
 *     {@link CacheRegion.Builder#partitionedBy}
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
     * Returns a string that identifies the rows outside this process. The partition is represented by its string form.
     *
     * @throws UnsupportedOperationException if a value of the query has no binary form
     */
    public String text() {
        return region + ":" + partition + ":" + query.fingerprint();
    }
}
