package dev.rubedo.engine;

import dev.rubedo.compile.StatementShape;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A cache of compiled statements by shape, shared by all connections of an engine.
 *
 * <p>It exceeds its capacity by up to half and then evicts the least recently used statements, down to the capacity. As
 * in SQLAlchemy's cache, a hit costs one look-up and one write. Thread-safe.
 */
final class StatementCache {

    private final int capacity;
    private final Map<StatementShape, CachedStatement> statements = new ConcurrentHashMap<>();
    private final AtomicBoolean pruning = new AtomicBoolean();
    // counts uses; a lost update only affects the order slightly
    private long clock;

    /** Creates a cache; a capacity of 0 disables it. */
    StatementCache(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    CachedStatement get(StatementShape shape) {
        var found = statements.get(shape);
        if (found != null) {
            found.lastUse = ++clock;
        }
        return found;
    }

    /** Adds a statement and returns the cached one, which another thread may have added first. */
    CachedStatement put(StatementShape shape, CachedStatement statement) {
        if (capacity == 0) {
            return statement;
        }
        var other = statements.putIfAbsent(shape.withoutValues(), statement);
        if (other != null) {
            return other;
        }
        statement.lastUse = ++clock;
        if (statements.size() > capacity + capacity / 2) {
            prune();
        }
        return statement;
    }

    void clear() {
        statements.clear();
    }

    int size() {
        return statements.size();
    }

    private void prune() {
        if (!pruning.compareAndSet(false, true)) {
            return;
        }
        try {
            record Use(StatementShape shape, long lastUse) {}
            var uses = statements.entrySet().stream().map(entry -> new Use(entry.getKey(), entry.getValue().lastUse))
                    .sorted(Comparator.comparingLong(Use::lastUse)).toList();
            uses.subList(0, Math.max(0, uses.size() - capacity)).forEach(use -> statements.remove(use.shape()));
        } finally {
            pruning.set(false);
        }
    }
}
