package dev.rubedo.engine;

/**
 * The use of a cache of statements. Immutable.
 *
 * @param hits the number of requests that were found
 * @param misses the number of requests that were not found, after which a statement was compiled
 * @param evictions the number of statements that were removed because the cache was full
 * @param oversized the number of statements that were not kept because one of them would fill too much of the cache
 * @param size the number of statements in the cache
 * @param weight the approximate memory of these, in bytes
 * @param maximumSize the number of statements to which the cache is pruned
 * @param maximumWeight the memory to which the cache is pruned, in bytes
 */
public record StatementCacheStatistics(long hits, long misses, long evictions, long oversized, int size, long weight,
        int maximumSize, long maximumWeight) {

    /** Returns the share of hits in all requests, from 0 to 1; 1 if there were none. */
    public double hitRatio() {
        long all = hits + misses;
        return all == 0 ? 1 : (double) hits / all;
    }

    /** Returns what was done in a cache that has been released, without sizes and limits. */
    public StatementCacheStatistics withoutContents() {
        return new StatementCacheStatistics(hits, misses, evictions, oversized, 0, 0, 0, 0);
    }

    /** Returns what was done since earlier statistics of the same cache. Sizes and limits are those of now. */
    public StatementCacheStatistics since(StatementCacheStatistics earlier) {
        return new StatementCacheStatistics(hits - earlier.hits, misses - earlier.misses, evictions - earlier.evictions,
                oversized - earlier.oversized, size, weight, maximumSize, maximumWeight);
    }

    /** Returns the sum of this and the statistics of a cache with the same limits. */
    public StatementCacheStatistics plus(StatementCacheStatistics other) {
        return new StatementCacheStatistics(hits + other.hits, misses + other.misses, evictions + other.evictions,
                oversized + other.oversized, size + other.size, weight + other.weight,
                maximumSize + other.maximumSize, maximumWeight + other.maximumWeight);
    }
}
