package dev.rubedo.engine;

import dev.rubedo.pool.PoolStatistics;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The counters of an engine's connections. A statement costs about three additions, a transaction two; each takes a few
 * nanoseconds, and threads do not wait for each other. Thread-safe.
 */
final class EngineCounters {

    private static final StatementKind[] KINDS = StatementKind.values();

    final LongAdder errors = new LongAdder();
    final LongAdder rowsRead = new LongAdder();
    final LongAdder rowsChanged = new LongAdder();
    final LongAdder roundTrips = new LongAdder();
    final LongAdder begun = new LongAdder();
    final LongAdder committed = new LongAdder();
    final LongAdder rolledBack = new LongAdder();
    private final LongAdder[] statements = new LongAdder[KINDS.length];

    EngineCounters() {
        Arrays.setAll(statements, i -> new LongAdder());
    }

    void executed(StatementKind kind) {
        statements[kind.ordinal()].increment();
    }

    EngineStatistics snapshot(StatementCacheStatistics compiled, PoolStatistics pool) {
        var byKind = new EnumMap<StatementKind, Long>(StatementKind.class);
        for (var kind : KINDS) {
            byKind.put(kind, statements[kind.ordinal()].sum());
        }
        return new EngineStatistics(byKind, errors.sum(), rowsRead.sum(), rowsChanged.sum(), roundTrips.sum(),
                begun.sum(), committed.sum(), rolledBack.sum(), compiled, pool);
    }
}
