package dev.rubedo.orm.internal.query;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.PreparedExecution;
import dev.rubedo.engine.StatementCacheStatistics;
import dev.rubedo.orm.internal.query.OrmPlanner.PlannedQuery;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Update;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cache of a session factory's planned and compiled statements: queries of entities by their shape, statements of
 * loading, and statements of the unit of work by their purpose. Nothing is built when a statement is used again. The
 * cache is bounded; statements that were not used recently are evicted first. Thread-safe.
 */
public final class PlanCache {

    /** The kinds of statements that a flush executes. Immutable. */
    public enum Use {
        /** Inserts a row. */
        INSERT,
        /** Updates changed columns of a row. */
        UPDATE,
        /** Updates a foreign key separately, after or before the row itself is written. */
        FOREIGN_KEY,
        /** Deletes a row. */
        DELETE,
        /** Inserts a row into a join table. */
        LINK,
        /** Deletes a row from a join table. */
        UNLINK
    }

    /** The purpose of a statement of a flush. Immutable. */
    private record FlushKey(Use use, Object subject, Object variant) {}

    /** The shape of a query, those of its loader options and of its criteria. Immutable. */
    private record QueryKey(StatementShape shape, List<Object> options, CriteriaShape criteria) {

        QueryKey withoutValues() {
            return new QueryKey(shape.withoutValues(), options.stream().map(LoadingOption::withoutValues).toList(),
                    criteria.withoutValues());
        }
    }

    /** A statement of loading with the shape of its criteria. Immutable. */
    private record LoadKey(EntityStatement statement, CriteriaShape criteria) {

        LoadKey withoutValues() {
            return new LoadKey(statement.with(statement.fetch().restricted(Restriction::withoutValues)),
                    criteria.withoutValues());
        }
    }

    /**
     * The knowledge about all statements of one shape. Immutable.
     *
     * @param query the plan, or null if each statement has a plan of its own
     * @param fixed for each of its values, the index of the value of a criterion or restriction, or -1
     */
    private record Known(@Nullable PreparedQuery query, int[] fixed) {

        /** For shapes whose plan contains values that only an execution has, whatever the values of the statement are.
         */
        static final Known NEVER_KEPT = new Known(null, new int[0]);
    }

    /** A cached statement, and whether it was used since the cache was last pruned. */
    private static final class Entry {
        final Object kept;
        final int weight;
        volatile boolean isUsed;

        Entry(Object kept) {
            this.kept = kept;
            this.weight = weight(kept);
        }
    }

    private static final int FIXED_WEIGHT = 500;
    /** The approximate memory of a plan per column, in bytes. */
    private static final int COLUMN_WEIGHT = 100;
    /** The divisor for the share of the memory that a single statement may take. */
    private static final int SHARE = 8;

    private final OrmPlanner planner;
    private final int capacity;
    private final long maximumWeight;
    private final AtomicLong weight = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final LongAdder oversized = new LongAdder();
    private final ConcurrentHashMap<Object, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicBoolean isPruning = new AtomicBoolean();
    private final @Nullable Function<Engine, PlanCache> engines;
    private volatile @Nullable PlanCache translating;

    /**
     * Creates an empty cache.
     *
     * @param capacity the number of statements to keep when the cache is pruned, which happens when it has half as many
     *     more
     * @param maximumWeight the approximate memory of these, in bytes, which is exceeded by up to half before the cache is
     *     pruned
     */
    public PlanCache(OrmPlanner planner, int capacity, long maximumWeight) {
        this(planner, capacity, maximumWeight, null);
    }

    /**
     * Creates an empty cache of one of several databases.
     *
     * @param engines returns the cache of each of them, which may be this one
     */
    public PlanCache(OrmPlanner planner, int capacity, long maximumWeight,
            @Nullable Function<Engine, PlanCache> engines) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + ". It must be at least 1.");
        }
        this.planner = planner;
        this.capacity = capacity;
        this.engines = engines;
        this.maximumWeight = maximumWeight;
    }

    /**
     * Returns the cache for a connection: that of its engine, and of it this one, or that of the connections that
     * translate schemas, whose compiled statements have marks for them.
     */
    public PlanCache of(PreparedExecution prepared) {
        PlanCache own = engines == null ? this : engines.apply(prepared.engine());
        return prepared.translatesSchemas() ? own.translating() : own;
    }

    private PlanCache translating() {
        PlanCache known = translating;
        if (known == null) {
            known = new PlanCache(planner, capacity, maximumWeight);
            translating = known;
        }
        return known;
    }

    /** Returns the planner. */
    public OrmPlanner planner() {
        return planner;
    }

    /**
     * Returns the plan of a statement that returns entities, with its compiled statement, or null if values are part of
     * the plan, so that it must be planned each time.
     *
     * @param shape the shape of the statement
     * @param compile compiles a statement about tables
     */
    public @Nullable PreparedQuery query(Statement<?> query, StatementShape shape,
            Function<Statement<?>, CachedStatement> compile) {
        List<StatementOption> options = query.statementOptions();
        if (options.isEmpty()) {
            Known known = (Known) kept(shape);
            if (known == null) {
                known = made(query, shape, CriteriaShape.NONE, List.of(), compile);
                keep(shape.withoutValues(), known);
            }
            return known != null && known.query != null && known.query.fits(shape.values()) ? known.query : null;
        }
        CriteriaShape criteria = CriteriaShape.of(Criteria.of(options));
        List<Restriction> restrictions = restrictions(options);
        List<Object> others = options.stream()
                .filter(option -> !(option instanceof CriteriaOption || option instanceof FromCacheOption
                        || option instanceof PlacementOption))
                .map(option -> option instanceof LoadingOption<?, ?> loading ? loading.shape() : option).toList();
        QueryKey key = new QueryKey(shape, others, criteria);
        Known known = (Known) kept(key);
        if (known == null) {
            known = made(query, shape, criteria, restrictions, compile);
            keep(key.withoutValues(), known);
        }
        return known != null && known.query != null && known.query.fits(shape.values())
                ? known.query.fixed(known.fixed, fixed(criteria, restrictions), restrictions) : null;
    }

    private static List<Restriction> restrictions(List<StatementOption> options) {
        return options.stream().filter(LoadingOption.class::isInstance)
                .flatMap(option -> ((LoadingOption<?, ?>) option).restrictions().stream()).toList();
    }

    /** Returns the values of criteria and then those of restrictions. */
    private static @Nullable Object[] fixed(CriteriaShape criteria, List<Restriction> restrictions) {
        return CriteriaShape.values(shapes(criteria, restrictions));
    }

    private static List<StatementShape> shapes(CriteriaShape criteria, List<Restriction> restrictions) {
        return Stream.concat(criteria.shapes().stream(), restrictions.stream().map(Restriction::shape)).toList();
    }

    private @Nullable Known made(Statement<?> query, StatementShape shape, CriteriaShape criteria,
            List<Restriction> restrictions, Function<Statement<?>, CachedStatement> compile) {
        if (!planner.isKept(query)) {
            return null;
        }
        Statement<?> marked = new ValueProbe().marked(query);
        StatementShape own = StatementShape.of(marked);
        List<StatementShape> ownFixed = shapes(CriteriaShape.of(Criteria.of(marked.statementOptions())),
                restrictions(marked.statementOptions()));
        if (!ValueProbe.isExact(own, shape) || !ownFixed.equals(shapes(criteria, restrictions))
                || !ValueProbe.areSeparate(Stream.concat(Stream.of(own), ownFixed.stream()).toList())) {
            return null;
        }
        PlannedQuery planned = planner.plan(marked);
        if (hasSuppliedDefaults(planned.statement()) || planned.plan().repeatsStatement()) {
            return Known.NEVER_KEPT;
        }
        @Nullable Object[] values = StatementShape.of(planned.statement()).values();
        PreparedQuery made = new PreparedQuery(compile.apply(planned.statement()), planned.plan(), values,
                ValueProbe.from(values, own.values()), ValueProbe.keys(values));
        return new Known(made, ValueProbe.from(values, CriteriaShape.values(ownFixed)));
    }

    /** Returns whether a statement has values that are supplied anew for each execution. */
    private static boolean hasSuppliedDefaults(Statement<?> statement) {
        return switch (statement) {
            case Insert<?> insert when insert.target() instanceof Table table -> table.columns().stream()
                    .anyMatch(column -> column.insertDefault() instanceof ColumnDefault.Supplied<?>);
            case Update<?> update when update.target() instanceof Table table -> table.columns().stream()
                    .anyMatch(column -> column.updateDefault() instanceof ColumnDefault.Supplied<?>);
            case Statement<?> other -> false;
        };
    }

    /** Returns a statement of loading, with the values of its criteria and restrictions. */
    public PreparedQuery load(EntityStatement statement, Function<Statement<?>, CachedStatement> compile) {
        Criteria criteria = statement.fetch().criteria();
        List<Restriction> restrictions = statement.fetch().restrictions();
        if (criteria.isEmpty() && restrictions.isEmpty()) {
            PreparedQuery known = (PreparedQuery) kept(statement);
            if (known == null) {
                known = planned(statement, criteria, compile);
                keep(statement, known);
            }
            return known;
        }
        CriteriaShape shape = CriteriaShape.of(criteria);
        EntityStatement bare = statement.with(statement.fetch().withoutCriteria());
        LoadKey key = new LoadKey(bare, shape);
        Known known = (Known) kept(key);
        if (known == null) {
            known = made(bare, criteria, shape, restrictions, compile);
            keep(key.withoutValues(), known);
        }
        PreparedQuery query = known == null || known.query == null ? null
                : known.query.fixed(known.fixed, fixed(shape, restrictions), restrictions);
        return query != null ? query : planned(bare, criteria, compile);
    }

    private @Nullable Known made(EntityStatement bare, Criteria criteria, CriteriaShape shape,
            List<Restriction> restrictions, Function<Statement<?>, CachedStatement> compile) {
        if (!StatementOptions.areKept(Stream.concat(criteria.criteria().stream().map(Criteria.Criterion::condition),
                restrictions.stream().map(Restriction::condition)))) {
            return null;
        }
        ValueProbe probe = new ValueProbe();
        Criteria marked = probe.marked(criteria);
        FetchGraph fetch = probe.marked(bare.fetch());
        List<StatementShape> own = shapes(CriteriaShape.of(marked), fetch.restrictions());
        if (!own.equals(shapes(shape, restrictions)) || !ValueProbe.areSeparate(own)) {
            return null;
        }
        PreparedQuery made = planned(bare.with(fetch), marked, compile);
        return new Known(made, ValueProbe.from(made.values(), CriteriaShape.values(own)));
    }

    private PreparedQuery planned(EntityStatement statement, Criteria criteria,
            Function<Statement<?>, CachedStatement> compile) {
        PlannedQuery planned = planner.plan(statement, criteria);
        CachedStatement compiled = compile.apply(planned.statement());
        @Nullable Object[] values = StatementShape.of(planned.statement()).values();
        int[] from = new int[values.length];
        Arrays.fill(from, -1);
        int[] awaited = compiled.binds().stream().filter(slot -> values[slot.valueIndex()] == StatementShape.AWAITED
                || slot.expanding() && values[slot.valueIndex()] == null).mapToInt(slot -> slot.valueIndex()).distinct()
                .sorted().toArray();
        for (int i = 0; i < awaited.length; i++) {
            from[awaited[i]] = i;
        }
        return new PreparedQuery(compiled, planned.plan(), values, from, ValueProbe.keys(values));
    }

    /**
     * Returns a statement of a flush, creating it on first use.
     *
     * @param subject the entity, table or relationship whose rows it writes
     * @param variant the variant of the statement, such as its columns
     */
    public CachedStatement statement(Use use, Object subject, Object variant, Supplier<CachedStatement> make) {
        FlushKey key = new FlushKey(use, subject, variant);
        CachedStatement known = (CachedStatement) kept(key);
        if (known == null) {
            known = make.get();
            keep(key, known);
        }
        return known;
    }

    /** Returns the number of cached statements. */
    public int size() {
        return entries.size();
    }

    private @Nullable Object kept(Object key) {
        Entry known = entries.get(key);
        if (known == null) {
            misses.increment();
            return null;
        }
        hits.increment();
        if (!known.isUsed) {
            known.isUsed = true;
        }
        return known.kept;
    }

    private void keep(Object key, @Nullable Object made) {
        if (made == null) {
            return;
        }
        Entry entry = new Entry(made);
        if (entry.weight > maximumWeight / SHARE) {
            oversized.increment();
            return;
        }
        Entry replaced = entries.put(key, entry);
        long total = weight.addAndGet(entry.weight - (replaced == null ? 0 : replaced.weight));
        if (entries.size() > capacity + capacity / 2 || total > maximumWeight + maximumWeight / 2) {
            prune();
        }
    }

    private static int weight(Object kept) {
        return switch (kept) {
            case CachedStatement statement -> FIXED_WEIGHT + statement.weight();
            case PreparedQuery query -> weight(query.statement())
                    + COLUMN_WEIGHT * query.statement().columns().size();
            case Known known when known.query != null -> weight(known.query);
            default -> FIXED_WEIGHT;
        };
    }

    /** Returns the use of this cache, including that of the connections that translate schemas. */
    public StatementCacheStatistics statistics() {
        StatementCacheStatistics own = new StatementCacheStatistics(hits.sum(), misses.sum(), evictions.sum(),
                oversized.sum(),
                entries.size(), weight.get(), capacity, maximumWeight);
        PlanCache other = translating;
        return other == null ? own : own.plus(other.statistics());
    }

    /**
     * Evicts the statements that were not used since the last pruning first, so that frequent statements survive any
     * number of rare ones.
     */
    private void prune() {
        if (!isPruning.compareAndSet(false, true)) {
            return;
        }
        try {
            drop(false);
            drop(true);
            entries.values().forEach(entry -> entry.isUsed = false);
        } finally {
            isPruning.set(false);
        }
    }

    private void drop(boolean used) {
        for (Map.Entry<Object, Entry> each : entries.entrySet()) {
            if (entries.size() <= capacity && weight.get() <= maximumWeight) {
                return;
            }
            if (each.getValue().isUsed == used && entries.remove(each.getKey(), each.getValue())) {
                weight.addAndGet(-each.getValue().weight);
                evictions.increment();
            }
        }
    }
}
