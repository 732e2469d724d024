package dev.rubedo.orm.session;

import dev.rubedo.engine.StatementCacheStatistics;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Counts the operations of a factory's sessions. Thread-safe. */
final class SessionCounters {

    final LongAdder sessions = new LongAdder();
    final LongAdder loaded = new LongAdder();
    final LongAdder flushes = new LongAdder();
    private final Map<String, LongAdder> lazyLoads = new ConcurrentHashMap<>();
    private final Map<EntityDefinition<?>, Written> writes = new ConcurrentHashMap<>();

    /** Counts the written objects of one entity. Thread-safe. */
    private static final class Written {
        final LongAdder inserted = new LongAdder();
        final LongAdder updated = new LongAdder();
        final LongAdder deleted = new LongAdder();
    }

    void lazyLoad(String attribute) {
        lazyLoads.computeIfAbsent(attribute, any -> new LongAdder()).increment();
    }

    void flushed(FlushPlan plan) {
        flushes.increment();
        count(plan.inserted(), written -> written.inserted);
        count(plan.updated(), written -> written.updated);
        count(plan.deleted(), written -> written.deleted);
    }

    /** Looks up an entity once for each run of its objects. */
    private void count(List<ManagedEntity> objects, Function<Written, LongAdder> which) {
        for (int from = 0, to; from < objects.size(); from = to) {
            EntityDefinition<?> definition = EntityInternals.definition(objects.get(from));
            to = from + 1;
            while (to < objects.size() && EntityInternals.definition(objects.get(to)) == definition) {
                to++;
            }
            which.apply(writes.computeIfAbsent(definition, any -> new Written())).add(to - from);
        }
    }

    SessionStatistics snapshot(StatementCacheStatistics plans) {
        Map<String, Long> loads = new TreeMap<>();
        lazyLoads.forEach((name, count) -> loads.put(name, count.sum()));
        Map<String, SessionStatistics.Writes> written = new TreeMap<>();
        writes.forEach((definition, count) -> written.put(definition.type().getName(),
                new SessionStatistics.Writes(count.inserted.sum(), count.updated.sum(), count.deleted.sum())));
        return new SessionStatistics(sessions.sum(), loaded.sum(), flushes.sum(), loads, written, plans);
    }
}
