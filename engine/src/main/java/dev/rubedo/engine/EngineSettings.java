package dev.rubedo.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an engine apart from its database and pool. Immutable.
 *
 * @param echo what is logged initially
 * @param poolEcho what the pool logs initially
 * @param hidesParameters whether logs and errors hide parameter values; null if errors show them while they are logged
 * @param loggingName the suffix of the logger; empty for none
 * @param poolLoggingName the suffix of the pool's logger; empty for none
 * @param defaults the options of each connection
 * @param statementCacheSize the number of compiled statements to cache
 * @param statementCacheWeight the memory for them, in bytes
 * @param insertPageSize the maximum number of rows in one INSERT that returns keys, 0 for the backend's choice
 * @param warnsOfProducts whether statements that combine unrelated tables are logged
 * @param beforeConnection called before a connection is returned to a caller; it may throw to reject that
 * @param comments the comments appended to statements, or null for none
 * @param slowThreshold the response time from which statements are logged, or null if none are
 * @param showsSlowPlans whether the plans of slow queries are logged
 */
record EngineSettings(Echo echo, PoolEcho poolEcho, @Nullable Boolean hidesParameters, String loggingName,
        String poolLoggingName, ConnectionOptions defaults, int statementCacheSize, long statementCacheWeight,
        int insertPageSize, boolean warnsOfProducts, Runnable beforeConnection, @Nullable SqlComments comments,
        @Nullable Duration slowThreshold, boolean showsSlowPlans) {}
