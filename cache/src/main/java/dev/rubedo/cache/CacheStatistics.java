package dev.rubedo.cache;

/**
 * The statistics of a region since it was created. Immutable.
 *
 * @param hits the number of queries answered from the store
 * @param misses the number of queries that were executed and whose rows were kept
 * @param bypasses the number of queries that had to reach the database because their transaction had changed their
 *     tables, or because it began before the region watched the engine
 * @param failures the number of times that the store failed
 */
public record CacheStatistics(long hits, long misses, long bypasses, long failures) {}
