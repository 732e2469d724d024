package dev.rubedo.orm.internal.query;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.engine.CachedStatement;
import dev.rubedo.orm.internal.query.OrmPlanner.PlannedQuery;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Update;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** The shape of a query, its loader options and the shape of its criteria. Immutable. */
    private record QueryKey(StatementShape shape, List<StatementOption> options, CriteriaShape criteria) {}

    /** A statement of loading with the shape of its criteria. Immutable. */
    private record LoadKey(EntityStatement statement, CriteriaShape criteria) {}

    /**
     * A query that is kept, and the index of the value of a criterion for each of its values, or -1. Immutable.
     */
    private record WithCriteria(PreparedQuery query, int[] criteria) {}

    /** A cached statement, and whether it was used since the cache was last pruned. */
    private static final class Entry {
        final Object kept;
        volatile boolean isUsed;

        Entry(Object kept) {
            this.kept = kept;
        }
    }

    private final OrmPlanner planner;
    private final int capacity;
    private final ConcurrentHashMap<Object, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicBoolean isPruning = new AtomicBoolean();

    /**
     * Creates an empty cache.
     *
     * @param capacity the number of statements to keep when the cache is pruned, which happens when it has half as many
     * more
     */
    public PlanCache(OrmPlanner planner, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + ". Give at least 1.");
        }
        this.planner = planner;
        this.capacity = capacity;
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
            WithCriteria known = (WithCriteria) kept(shape);
            if (known == null) {
                known = made(query, shape, CriteriaShape.NONE, compile);
                keep(shape.withoutValues(), known);
            }
            return known != null && known.query.fits(shape.values()) ? known.query : null;
        }
        CriteriaShape criteria = CriteriaShape.of(Criteria.of(options));
        List<StatementOption> others = options.stream().filter(option -> !(option instanceof CriteriaOption || option instanceof FromCacheOption)).toList();
        WithCriteria known = (WithCriteria) kept(new QueryKey(shape, others, criteria));
        if (known == null) {
            known = made(query, shape, criteria, compile);
            keep(new QueryKey(shape.withoutValues(), others, criteria.withoutValues()), known);
        }
        return known != null && known.query.fits(shape.values())
                ? known.query.fixed(known.criteria, criteria.values()) : null;
    }

    private @Nullable WithCriteria made(Statement<?> query, StatementShape shape, CriteriaShape criteria,
            Function<Statement<?>, CachedStatement> compile) {
        if (!planner.isKept(query)) {
            return null;
        }
        Statement<?> marked = new ValueProbe().marked(query);
        StatementShape own = StatementShape.of(marked);
        CriteriaShape ownCriteria = CriteriaShape.of(Criteria.of(marked.statementOptions()));
        @Nullable Object[] markers = own.values();
        @Nullable Object[] ofCriteria = ownCriteria.values();
        if (!ValueProbe.isExact(own, shape) || !ownCriteria.equals(criteria)
                || !ValueProbe.areSeparate(markers, ofCriteria)) {
            return null;
        }
        PlannedQuery planned = planner.plan(marked);
        if (hasSuppliedDefaults(planned.statement())) {
            return null;
        }
        if (planned.plan().repeatsStatement()) {
            return null;
        }
        @Nullable Object[] values = StatementShape.of(planned.statement()).values();
        PreparedQuery made = new PreparedQuery(compile.apply(planned.statement()), planned.plan(), values,
                ValueProbe.from(values, markers), ValueProbe.keys(values));
        return new WithCriteria(made, ValueProbe.from(values, ofCriteria));
    }

    /** Tells whether a statement has values that are supplied anew for each execution. */
    private static boolean hasSuppliedDefaults(Statement<?> statement) {
        return switch (statement) {
            case Insert<?> insert when insert.target() instanceof Table table -> table.columns().stream()
                    .anyMatch(column -> column.insertDefault() instanceof ColumnDefault.Supplied<?>);
            case Update<?> update when update.target() instanceof Table table -> table.columns().stream()
                    .anyMatch(column -> column.updateDefault() instanceof ColumnDefault.Supplied<?>);
            case Statement<?> other -> false;
        };
    }

    /** Returns a statement of loading, with the values of its criteria. */
    public PreparedQuery load(EntityStatement statement, Function<Statement<?>, CachedStatement> compile) {
        Criteria criteria = statement.fetch().criteria();
        if (criteria.isEmpty()) {
            PreparedQuery known = (PreparedQuery) kept(statement);
            if (known == null) {
                known = planned(statement, criteria, compile);
                keep(statement, known);
            }
            return known;
        }
        CriteriaShape shape = CriteriaShape.of(criteria);
        EntityStatement bare = statement.with(statement.fetch().withoutCriteria());
        WithCriteria known = (WithCriteria) kept(new LoadKey(bare, shape));
        if (known == null) {
            Criteria marked = new ValueProbe().marked(criteria);
            CriteriaShape own = CriteriaShape.of(marked);
            if (!own.equals(shape)) {
                return planned(bare, criteria, compile);
            }
            PreparedQuery made = planned(bare, marked, compile);
            known = new WithCriteria(made, ValueProbe.from(made.values(), own.values()));
            keep(new LoadKey(bare, shape.withoutValues()), known);
        }
        return known.query.fixed(known.criteria, shape.values());
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
        return new PreparedQuery(compiled, planned.plan(), values, from);
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
            return null;
        }
        if (!known.isUsed) {
            known.isUsed = true;
        }
        return known.kept;
    }

    private void keep(Object key, @Nullable Object made) {
        if (made == null) {
            return;
        }
        entries.put(key, new Entry(made));
        if (entries.size() > capacity + capacity / 2) {
            prune();
        }
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
            int surplus = entries.size() - capacity;
            surplus -= drop(surplus, false);
            drop(surplus, true);
            entries.values().forEach(entry -> entry.isUsed = false);
        } finally {
            isPruning.set(false);
        }
    }

    private int drop(int count, boolean used) {
        int dropped = 0;
        Iterator<Entry> all = entries.values().iterator();
        while (dropped < count && all.hasNext()) {
            if (all.next().isUsed == used) {
                all.remove();
                dropped++;
            }
        }
        return dropped;
    }
}
