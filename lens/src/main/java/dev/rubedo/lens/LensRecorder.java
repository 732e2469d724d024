package dev.rubedo.lens;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.event.CallSite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records units of work in a ring: the oldest are discarded when there are too many, or when they take too much memory.
 * Thread-safe.
 */
final class LensRecorder implements ExecutionListener {
    private static final long MAXIMUM_WEIGHT = 16L << 20;

    private final int capacity;
    private final boolean showsValues;
    private final Deque<RecordedUnit> units = new ArrayDeque<>();
    private final Map<Connection, RecordedUnit> open = new IdentityHashMap<>();
    /** The numbers of the units to which the flush on this thread has written so far. */
    private final ThreadLocal<@Nullable Set<Long>> flushing = new ThreadLocal<>();
    private long weight;
    private long next = 1;

    LensRecorder(int capacity, boolean showsValues) {
        this.capacity = capacity;
        this.showsValues = showsValues;
    }

    @Override
    public void afterExecute(Execution execution) {
        add(execution, null);
    }

    @Override
    public void afterRead(Execution execution) {
        if (execution.notes().get(this) instanceof Place place) {
            place.unit.read(place.statement, execution.rowsRead());
        }
    }

    @Override
    public void afterError(Execution execution, DatabaseException failure) {
        add(execution, failure);
    }

    private void add(Execution execution, @Nullable Throwable failure) {
        String place = CallSite.current(1);
        var unit = unit(execution.connection());
        double start = Math.max(0, unit.now() - execution.duration().toNanos() / 1e6);
        var statement = new RecordedStatement(execution, start, place, showsValues, failure);
        execution.notes().put(this, new Place(unit, statement));
        if (statement.isFlush) {
            var written = flushing.get();
            if (written != null) {
                written.add(unit.number);
            }
        }
        synchronized (this) {
            weight += unit.add(statement);
            trim();
        }
    }

    /** Where a statement was recorded. Immutable. */
    private record Place(RecordedUnit unit, RecordedStatement statement) {}

    private synchronized RecordedUnit unit(Connection connection) {
        var known = open.get(connection);
        if (known == null) {
            known = new RecordedUnit(next++);
            open.put(connection, known);
            units.addLast(known);
            trim();
        }
        return known;
    }

    /** Discards the oldest units, but never the newest. */
    private void trim() {
        while (units.size() > 1 && (units.size() > capacity || weight > MAXIMUM_WEIGHT)) {
            weight -= units.removeFirst().forget();
        }
    }

    /** Starts to track the units in which this thread's statements of a flush are recorded. */
    void flushes() {
        flushing.set(new LinkedHashSet<>());
    }

    /** Adds the plan of a flush to the units of the connections that it has written to. */
    void flushed(List<String> plan) {
        var written = flushing.get();
        flushing.remove();
        if (written != null) {
            synchronized (this) {
                for (var unit : units) {
                    weight += written.contains(unit.number) ? unit.flushed(plan) : 0;
                }
                trim();
            }
        }
    }

    @Override
    public void afterCommit(Connection connection) {
        ended(connection, "committed");
    }

    @Override
    public void afterRollback(Connection connection) {
        ended(connection, "rolled back");
    }

    @Override
    public void afterClose(Connection connection) {
        ended(connection, "closed");
    }

    private synchronized void ended(Connection connection, String how) {
        var unit = open.remove(connection);
        if (unit != null) {
            unit.ended(how);
        }
    }

    synchronized Optional<RecordedUnit> find(long number) {
        return units.stream().filter(unit -> unit.number == number).findFirst();
    }

    /** Returns the recorded units, the newest first. */
    synchronized List<RecordedUnit> newestFirst() {
        return List.copyOf(units).reversed();
    }

    synchronized long weight() {
        return weight;
    }

    synchronized void clear() {
        units.forEach(RecordedUnit::forget);
        units.clear();
        open.clear();
        weight = 0;
    }
}
