package dev.rubedo.orm.session;

import dev.rubedo.engine.StatementCacheStatistics;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistics of a factory's sessions since it was created or {@link SessionFactory#resetStatistics()} was called.
 * Immutable.
 *
 * @param sessions the number of sessions that were opened
 * @param loaded the number of objects that were created from rows, counted when a transaction or session ends
 * @param flushes the number of flushes that had something to write
 * @param lazyLoads the number of times that access to an attribute executed a statement, by the name of the attribute,
 *     such as {@code User.addresses}
 * @param writes the objects that were written, by the full name of their class; including those whose changes are
 *     rolled back later
 * @param plans the cache of planned queries and statements, which factories made by {@link SessionFactory#toBuilder}
 *     may share
 */
public record SessionStatistics(long sessions, long loaded, long flushes, Map<String, Long> lazyLoads,
        Map<String, Writes> writes, StatementCacheStatistics plans) {

    /**
     * The number of objects of an entity that were written. Immutable.
     *
     * @param inserted the number of inserted objects
     * @param updated the number of updated objects, including those without a net change
     * @param deleted the number of deleted objects
     */
    public record Writes(long inserted, long updated, long deleted) {

        static final Writes NONE = new Writes(0, 0, 0);

        private Writes since(Writes earlier) {
            return new Writes(inserted - earlier.inserted, updated - earlier.updated, deleted - earlier.deleted);
        }
    }

    /** Copies the maps, in the order of the names. */
    public SessionStatistics {
        lazyLoads = Collections.unmodifiableMap(new TreeMap<>(lazyLoads));
        writes = Collections.unmodifiableMap(new TreeMap<>(writes));
    }

    /** Returns the number of times that access to any attribute executed a statement. */
    public long allLazyLoads() {
        return lazyLoads.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the difference to earlier statistics of the same factory, without names that were not used since. */
    public SessionStatistics since(SessionStatistics earlier) {
        Map<String, Long> loads = new TreeMap<>();
        lazyLoads.forEach((name, count) -> {
            long difference = count - earlier.lazyLoads.getOrDefault(name, 0L);
            if (difference != 0) {
                loads.put(name, difference);
            }
        });
        Map<String, Writes> written = new TreeMap<>();
        writes.forEach((name, count) -> {
            Writes difference = count.since(earlier.writes.getOrDefault(name, Writes.NONE));
            if (!difference.equals(Writes.NONE)) {
                written.put(name, difference);
            }
        });
        return new SessionStatistics(sessions - earlier.sessions, loaded - earlier.loaded, flushes - earlier.flushes,
                loads, written, plans.since(earlier.plans));
    }
}
