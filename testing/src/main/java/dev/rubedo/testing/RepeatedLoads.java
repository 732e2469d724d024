package dev.rubedo.testing;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.engine.StatementOrigin;
import dev.rubedo.engine.StatementOrigin.Cause;
import dev.rubedo.event.CallSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Finds N+1 statements: one attribute that one line of the program loads object by object, at least five times in one
 * transaction. Statements that the program executes itself are never reported, however often. Thread-safe.
 */
final class RepeatedLoads implements ExecutionListener {

    private static final int MANY = 5;

    private final Map<Connection, Map<Load, Integer>> open = new WeakHashMap<>();
    private final List<String> found = new ArrayList<>();

    /** A load of one attribute from one place. Immutable. */
    private record Load(StatementOrigin origin, String place, String sql) {}

    @Override
    public void afterExecute(Execution execution) {
        execution.origin().filter(origin -> origin.cause() == Cause.LAZY_LOAD).ifPresent(origin -> {
            var load = new Load(origin, CallSite.current(1), execution.sql());
            count(execution.connection(), load);
        });
    }

    private synchronized void count(Connection connection, Load load) {
        int times = open.computeIfAbsent(connection, any -> new HashMap<>()).merge(load, 1, Integer::sum);
        if (times == MANY) {
            found.add("\"" + load.origin.subject() + "\" was loaded at least " + MANY + " times, one by one, at "
                    + load.place + "." + (load.origin.advice().isEmpty() ? ""
                            : " Add " + load.origin.advice() + " to the query of its owners."));
        }
    }

    @Override
    public synchronized void afterCommit(Connection connection) {
        open.remove(connection);
    }

    @Override
    public synchronized void afterRollback(Connection connection) {
        open.remove(connection);
    }

    synchronized void clear() {
        open.clear();
        found.clear();
    }

    /** Returns a sentence for each attribute and line that was found. */
    synchronized List<String> found() {
        return List.copyOf(found);
    }
}
