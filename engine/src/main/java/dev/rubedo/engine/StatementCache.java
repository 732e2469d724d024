package dev.rubedo.engine;

import dev.rubedo.compile.StatementShape;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A cache of compiled statements by shape, shared by all connections of an engine.
 *
 * <p>It is bounded by the number of statements and by their approximate memory. When it exceeds a limit by half, it
 * evicts the least recently used statements, down to the limits. A statement that takes more than an eighth of the
 * memory is not cached, so that a few large ones do not displace all others. As in SQLAlchemy's cache, a hit costs one
 * look-up and one write. Thread-safe.
 */
final class StatementCache {

    /** One statement may take at most this fraction of the memory. */
    private static final int SHARE = 8;

    private final int capacity;
    private final long maximumWeight;
    private final Map<StatementShape, CachedStatement> statements = new ConcurrentHashMap<>();
    private final AtomicBoolean pruning = new AtomicBoolean();
    private final AtomicLong weight = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final LongAdder oversized = new LongAdder();
    // counts uses; a lost update only affects the order slightly
    private long clock;

    /**
     * Creates a cache.
     *
     * @param capacity the number of statements; 0 disables the cache
     * @param maximumWeight the memory of the statements, in bytes
     */
    StatementCache(int capacity, long maximumWeight) {
        this.capacity = capacity;
        this.maximumWeight = maximumWeight;
    }

    @Nullable
    CachedStatement get(StatementShape shape) {
        var found = statements.get(shape);
        if (found != null) {
            found.lastUse = ++clock;
            hits.increment();
        }
        return found;
    }

    /** Adds a statement after a miss and returns the cached one, which another thread may have added first. */
    CachedStatement put(StatementShape shape, CachedStatement statement) {
        misses.increment();
        if (capacity == 0) {
            return statement;
        }
        if (statement.weight() > maximumWeight / SHARE) {
            oversized.increment();
            return statement;
        }
        statement.lastUse = ++clock;
        var other = statements.putIfAbsent(shape.withoutValues(), statement);
        if (other != null) {
            return other;
        }
        long total = weight.addAndGet(statement.weight());
        if (statements.size() > capacity + capacity / 2 || total > maximumWeight + maximumWeight / 2) {
            prune();
        }
        return statement;
    }

    void clear() {
        statements.keySet().forEach(this::remove);
    }

    int size() {
        return statements.size();
    }

    StatementCacheStatistics statistics() {
        return new StatementCacheStatistics(hits.sum(), misses.sum(), evictions.sum(), oversized.sum(),
                statements.size(),
                weight.get(), capacity, maximumWeight);
    }

    private boolean remove(StatementShape shape) {
        var removed = statements.remove(shape);
        if (removed != null) {
            weight.addAndGet(-removed.weight());
        }
        return removed != null;
    }

    private void prune() {
        if (!pruning.compareAndSet(false, true)) {
            return;
        }
        try {
            record Use(StatementShape shape, long lastUse) {}
            var uses = statements.entrySet().stream().map(entry -> new Use(entry.getKey(), entry.getValue().lastUse))
                    .sorted(Comparator.comparingLong(Use::lastUse)).toList();
            int left = uses.size();
            for (var use : uses) {
                if (left <= capacity && weight.get() <= maximumWeight) {
                    return;
                }
                if (remove(use.shape())) {
                    evictions.increment();
                }
                left--;
            }
        } finally {
            pruning.set(false);
        }
    }
}
