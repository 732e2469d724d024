package dev.rubedo.orm.loading;

import dev.rubedo.compile.BindSlot;
import dev.rubedo.compile.StatementShape;
import dev.rubedo.engine.CachedStatement;
import dev.rubedo.orm.query.EntityStatement;
import dev.rubedo.orm.query.LoadPlan;
import dev.rubedo.orm.query.OrmPlanner.PlannedQuery;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the unit of work and of loading, compiled once per session factory and found by what they are for: nothing is built when
 * one is used again. It is bounded: an entity of many nullable columns has more statements than anybody keeps. Thread-safe.
 */
public final class StatementBook {

    /** The kinds of statements. Immutable. */
    public enum Use {
        /** A new row. */
        INSERT,
        /** Changed columns of a row. */
        UPDATE,
        /** A foreign key of a row, written after or before the row itself. */
        FOREIGN_KEY,
        /** No row any more. */
        DELETE,
        /** A new row of a table between. */
        LINK,
        /** No row of a table between any more. */
        UNLINK
    }

    /**
     * What a statement is for. Immutable.
     *
     * @param use the kind
     * @param subject the mapper or relationship
     * @param variant the columns, or what a query said about loading
     */
    public record Key(Use use, Object subject, Object variant) {}

    /**
     * A statement of loading, with the plan to read it. Immutable; the arrays are not to be changed.
     *
     * @param statement the statement
     * @param plan the plan
     * @param values what it is executed with, with gaps
     * @param gaps where in the values those stand that each execution gives, in their order
     */
    public record Loader(CachedStatement statement, LoadPlan plan, @Nullable Object[] values, int[] gaps) {

        /** Returns what the statement is executed with. */
        @Nullable
        Object[] with(Object... given) {
            if (given.length == values.length) {
                return given;
            }
            @Nullable Object[] all = values.clone();
            for (int i = 0; i < gaps.length; i++) {
                all[gaps[i]] = given[i];
            }
            return all;
        }
    }

    /** A statement and whether it was used since the book was pruned last. */
    private static final class Entry {
        final Object statement;
        volatile boolean isUsed;

        Entry(Object statement) {
            this.statement = statement;
        }
    }

    private final int capacity;
    private final ConcurrentHashMap<Object, Entry> statements = new ConcurrentHashMap<>();
    private final AtomicBoolean isPruning = new AtomicBoolean();

    /**
     * Makes an empty book.
     *
     * @param capacity how many statements it keeps when it is pruned; it grows to half more before that
     */
    public StatementBook(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + ". Give at least 1.");
        }
        this.capacity = capacity;
    }

    /** Returns a statement, made at first use. */
    public CachedStatement statement(Use use, Object subject, Object variant, Supplier<CachedStatement> make) {
        return (CachedStatement) found(new Key(use, subject, variant), make);
    }

    /** Returns a statement of loading, planned at first use; criteria of one statement only are not kept, since they have values. */
    Loader loader(EntityStatement statement, LoadContext context) {
        if (!statement.fetch().criteria().isEmpty()) {
            return planned(statement, context);
        }
        return (Loader) found(statement, () -> planned(statement, context));
    }

    private static Loader planned(EntityStatement statement, LoadContext context) {
        PlannedQuery planned = context.planner().plan(statement);
        @Nullable Object[] values = StatementShape.of(planned.statement()).values();
        CachedStatement cached = context.connection().prepared().prepare(planned.statement());
        int[] gaps = cached.binds().stream().filter(slot -> values[slot.valueIndex()] == StatementShape.AWAITED
                || slot.expanding() && values[slot.valueIndex()] == null).mapToInt(BindSlot::valueIndex).distinct()
                .sorted().toArray();
        return new Loader(cached, planned.plan(), values, gaps);
    }

    /** Returns how many statements are kept. */
    public int size() {
        return statements.size();
    }

    private Object found(Object key, Supplier<?> make) {
        Entry known = statements.get(key);
        if (known == null) {
            known = new Entry(make.get());
            statements.put(key, known);
            if (statements.size() > capacity + capacity / 2) {
                prune();
            }
        } else if (!known.isUsed) {
            known.isUsed = true;
        }
        return known.statement;
    }

    /** Drops what was not used since the last time first, so that statements in daily use survive any number of rare ones. */
    private void prune() {
        if (!isPruning.compareAndSet(false, true)) {
            return;
        }
        try {
            int surplus = statements.size() - capacity;
            surplus -= drop(surplus, false);
            drop(surplus, true);
            statements.values().forEach(entry -> entry.isUsed = false);
        } finally {
            isPruning.set(false);
        }
    }

    private int drop(int count, boolean used) {
        int dropped = 0;
        Iterator<Entry> entries = statements.values().iterator();
        while (dropped < count && entries.hasNext()) {
            if (entries.next().isUsed == used) {
                entries.remove();
                dropped++;
            }
        }
        return dropped;
    }
}
