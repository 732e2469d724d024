package dev.rubedo.engine;

import dev.rubedo.compile.StatementShape;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Compiled statements by shape, shared by all connections of an engine.
 *
 * <p>It holds up to half more than its capacity and then drops those used longest ago, down to the capacity: the way of
 * SQLAlchemy's cache, which makes a hit one look-up and one write. Thread-safe.
 */
final class StatementCache {

    private final int capacity;
    private final Map<StatementShape, CachedStatement> statements = new ConcurrentHashMap<>();
    private final AtomicBoolean pruning = new AtomicBoolean();
    // counts uses; a lost update only blurs the order a little
    private long clock;

    /** Creates a cache; a capacity of 0 keeps nothing. */
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

    /** Keeps a statement; returns the one that is kept, which another thread may have brought first. */
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
