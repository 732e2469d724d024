package dev.rubedo.cache;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.RowCache;
import dev.rubedo.engine.RowQuery;
import dev.rubedo.engine.TableChanges;
import dev.rubedo.error.ReadableDuration;
import dev.rubedo.result.RecordedRows;
import dev.rubedo.sql.TableReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache region that keeps the rows of queries for a time, used with {@code Orm.fromCache(region)} as an option of a
 * query, or with {@code ExecuteOption.fromCache(region)} as an option of an execution.
 *
 * <p>A region evicts rows when their time to live has passed, when they are invalidated explicitly, and when an engine
 * that it serves commits a change to their tables, including changes by foreign keys with {@code CASCADE} or
 * {@code SET NULL}. A transaction that has changed a table reads it from the database until it ends, and rows are kept
 * only if nothing that they depend on was committed since their transaction began. Changes by triggers, other programs
 * and other processes become visible only when the time to live has passed. If several threads need the same rows at
 * once, one of them loads the rows. Thread-safe.
 */
public final class CacheRegion implements RowCache {

    private static final Logger LOG = LoggerFactory.getLogger(CacheRegion.class);

    private final String name;
    private final CacheStore store;
    private final @Nullable Duration timeToLive;
    private final Duration patience;
    private final Supplier<?> partition;
    private final TableTimes times = new TableTimes();
    private final Set<Engine> engines = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Map<CacheKey, CompletableFuture<@Nullable CachedRows>> flights = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder bypasses = new LongAdder();
    private final LongAdder failures = new LongAdder();
    /** Turns {@link System#nanoTime()} into an instant, so that no change of the clock disturbs the order of events. */
    private final Instant origin = Instant.now().minusNanos(System.nanoTime());

    private CacheRegion(Builder builder) {
        this.name = builder.name;
        this.store = builder.store == null ? CaffeineStore.ofBytes(Builder.DEFAULT_BYTES) : builder.store;
        this.timeToLive = builder.timeToLive;
        this.patience = builder.patience;
        this.partition = builder.partition;
    }

    /** Returns a region with this name and default options; see {@link Builder}. */
    public static CacheRegion of(String name) {
        return named(name).build();
    }

    /**
     * Returns a builder for a region.
     *
     * @param name the name, which distinguishes the rows of several regions in one store; without a colon
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Options of a region. Confined to one thread at a time. */
    public static final class Builder {

        private static final long DEFAULT_BYTES = 32L << 20;

        private final String name;
        private @Nullable CacheStore store;
        private @Nullable Duration timeToLive = Duration.ofMinutes(10);
        private Duration patience = Duration.ofSeconds(5);
        private Supplier<?> partition = () -> "";

        private Builder(String name) {
            if (name.isBlank() || name.contains(":")) {
                throw new IllegalArgumentException(
                        "The name of a region must not be blank or contain a colon, unlike \""
                                + name + "\".");
            }
            this.name = name;
        }

        /** Keeps the rows in this store; by default in a {@link CaffeineStore} of 32 MiB. */
        public Builder store(CacheStore newStore) {
            store = Objects.requireNonNull(newStore, "store");
            return this;
        }

        /**
         * Sets the time to live of rows; by default 10 minutes.
         *
         * @param time the time; must be positive
         */
        public Builder timeToLive(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException(
                        "timeToLive(" + ReadableDuration.of(time) + "): the time must be positive.");
            }
            timeToLive = time;
            return this;
        }

        /** Keeps rows until they are evicted for another reason. */
        public Builder withoutTimeToLive() {
            timeToLive = null;
            return this;
        }

        /**
         * Limits how long a query waits for another thread that is loading the same rows; by default 5 seconds. After
         * that it executes the query itself, so that two transactions cannot wait for each other forever.
         */
        public Builder patience(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException(
                        "patience(" + ReadableDuration.of(time) + "): the time must not be negative.");
            }
            patience = time;
            return this;
        }

        /**
         * Separates rows that differ for a reason that is not part of the query, such as row-level security by the user
         * of the connection. Criteria and translated schemas are part of the query.
         *
         * @param reason returns the tenant, user or role of the calling thread; not null
         */
        public Builder partitionedBy(Supplier<?> reason) {
            partition = Objects.requireNonNull(reason, "reason");
            return this;
        }

        /** Returns the region. */
        public CacheRegion build() {
            return new CacheRegion(this);
        }
    }

    @Override
    public RecordedRows rows(RowQuery query, Supplier<RecordedRows> load) {
        serve(query.engine());
        if (!query.isTracked() || query.readsOwnChanges()) {
            bypasses.increment();
            return load.get();
        }
        var key = new CacheKey(name, partition.get(), query);
        var found = stored(key);
        if (found != null && isCurrent(query, found)) {
            hits.increment();
            return found.rows();
        }
        var own = new CompletableFuture<@Nullable CachedRows>();
        var other = flights.putIfAbsent(key, own);
        if (other != null) {
            var shared = await(other);
            if (shared != null && isCurrent(query, shared)) {
                hits.increment();
                return shared.rows();
            }
            return loaded(key, load).rows();
        }
        CachedRows loaded = null;
        try {
            loaded = loaded(key, load);
            return loaded.rows();
        } finally {
            flights.remove(key, own);
            own.complete(loaded);
        }
    }

    /** Starts to listen to an engine that uses this region for the first time. */
    private void serve(Engine engine) {
        if (engines.contains(engine)) {
            return;
        }
        synchronized (engines) {
            if (!engines.contains(engine)) {
                engine.listen((TableChanges changes) -> times.changed(changes, now()));
                engines.add(engine);
            }
        }
    }

    private CachedRows loaded(CacheKey key, Supplier<RecordedRows> load) {
        misses.increment();
        var rows = new CachedRows(load.get(), at(key.query().begun()), now());
        if (isCurrent(key.query(), rows)) {
            try {
                store.put(key, rows);
            } catch (RuntimeException e) {
                failed("keep", e);
            }
        }
        return rows;
    }

    private @Nullable CachedRows stored(CacheKey key) {
        try {
            return store.get(key);
        } catch (RuntimeException e) {
            failed("return", e);
            return null;
        }
    }

    private void failed(String verb, RuntimeException failure) {
        failures.increment();
        LOG.warn("The store of cache region \"{}\" failed to {} rows; the database was queried instead.", name, verb,
                failure);
    }

    private boolean isCurrent(RowQuery query, CachedRows rows) {
        return (timeToLive == null || now().isBefore(rows.loaded().plus(timeToLive)))
                && times.isUnchangedSince(query, rows.begun());
    }

    private @Nullable CachedRows await(CompletableFuture<@Nullable CachedRows> flight) {
        try {
            return flight.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private Instant now() {
        return at(System.nanoTime());
    }

    private Instant at(long nanoTime) {
        return origin.plusNanos(nanoTime);
    }

    /** Evicts all rows. */
    public void invalidate() {
        times.changedAll(now());
        try {
            store.clear(name);
        } catch (RuntimeException e) {
            failed("forget", e);
        }
    }

    /** Evicts the rows of all queries that read any of these tables, for example after another program changed them. */
    public void invalidate(TableReference... tables) {
        for (var table : tables) {
            times.changed(table, now());
        }
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the statistics of this region since it was created. */
    public CacheStatistics statistics() {
        return new CacheStatistics(hits.sum(), misses.sum(), bypasses.sum(), failures.sum());
    }

    @Override
    public String toString() {
        return name;
    }
}
