package dev.rubedo.engine;

/**
 * The statistics of a cache of statements. Immutable.
 *
 * @param hits the number of lookups that found a statement
 * @param misses the number of lookups that found none, so that a statement was compiled
 * @param evictions the number of statements that were removed because the cache was full
 * @param oversized the number of statements that were not cached because they were too large
 * @param size the number of statements in the cache
 * @param weight the approximate memory of these, in bytes
 * @param maximumSize the number of statements to which the cache is pruned
 * @param maximumWeight the memory to which the cache is pruned, in bytes
 */
public record StatementCacheStatistics(long hits, long misses, long evictions, long oversized, int size, long weight,
        int maximumSize, long maximumWeight) {

    /** Returns the ratio of hits to lookups, from 0 to 1; 1 if there were no lookups. */
    public double hitRatio() {
        long all = hits + misses;
        return all == 0 ? 1 : (double) hits / all;
    }

    /** Returns the statistics of a released cache: the counts, without sizes and limits. */
    public StatementCacheStatistics withoutContents() {
        return new StatementCacheStatistics(hits, misses, evictions, oversized, 0, 0, 0, 0);
    }

    /** Returns the difference to earlier statistics of the same cache. Sizes and limits are the current ones. */
    public StatementCacheStatistics since(StatementCacheStatistics earlier) {
        return new StatementCacheStatistics(hits - earlier.hits, misses - earlier.misses, evictions - earlier.evictions,
                oversized - earlier.oversized, size, weight, maximumSize, maximumWeight);
    }

    /** Returns the sum of these statistics and those of a cache with the same limits. */
    public StatementCacheStatistics plus(StatementCacheStatistics other) {
        return new StatementCacheStatistics(hits + other.hits, misses + other.misses, evictions + other.evictions,
                oversized + other.oversized, size + other.size, weight + other.weight,
                maximumSize + other.maximumSize, maximumWeight + other.maximumWeight);
    }
}
