package dev.rubedo.engine;

import dev.rubedo.pool.PoolStatistics;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The statistics of an engine since it was created or {@link Engine#resetStatistics()} was called. The numbers are read
 * one after another while the engine is in use, so they may differ by the statements that are executed concurrently.
 * Immutable.
 *
 * @param statements the number of executed statements of each kind; a batch counts as one
 * @param errors the number of statements that failed
 * @param rowsRead the number of rows that programs have read from results that are closed
 * @param rowsChanged the number of rows that statements have inserted, updated and deleted, as reported by the driver
 * @param roundTrips the number of driver calls that wait for the database: executions, parts of batches, commits,
 *     rollbacks and savepoints. Requests that a driver sends on its own are not included
 * @param begun the number of transactions that were begun
 * @param committed the number of transactions that were committed
 * @param rolledBack the number of transactions that were rolled back or lost
 * @param compiled the cache of compiled statements
 * @param pool the pool
 */
public record EngineStatistics(Map<StatementKind, Long> statements, long errors, long rowsRead, long rowsChanged,
        long roundTrips, long begun, long committed, long rolledBack, StatementCacheStatistics compiled,
        PoolStatistics pool) {

    /** Copies the map, in the order of the kinds. */
    public EngineStatistics {
        var copy = new EnumMap<StatementKind, Long>(StatementKind.class);
        copy.putAll(statements);
        statements = Collections.unmodifiableMap(copy);
    }

    /** Returns the number of executed statements of all kinds. */
    public long executed() {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of executed statements of a kind. */
    public long executed(StatementKind kind) {
        return statements.getOrDefault(kind, 0L);
    }

    /** Returns the difference to earlier statistics of the same engine. Sizes and limits are the current ones. */
    public EngineStatistics since(EngineStatistics earlier) {
        var difference = new EnumMap<StatementKind, Long>(StatementKind.class);
        statements.forEach((kind, count) -> difference.put(kind, count - earlier.executed(kind)));
        return new EngineStatistics(difference, errors - earlier.errors, rowsRead - earlier.rowsRead,
                rowsChanged - earlier.rowsChanged, roundTrips - earlier.roundTrips, begun - earlier.begun,
                committed - earlier.committed, rolledBack - earlier.rolledBack, compiled.since(earlier.compiled),
                pool.since(earlier.pool));
    }
}
