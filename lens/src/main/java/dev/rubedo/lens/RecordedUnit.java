package dev.rubedo.lens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit of work: the events of one transaction, or on one connection between transactions. Thread-safe.
 */
final class RecordedUnit {

    private static final int MOST_STATEMENTS = 500;
    private static final long MOST_WEIGHT = 4L << 20;
    private static final int MOST_FLUSHES = 20;
    /** The number of loads of one attribute from one line that count as N+1 statements. */
    private static final int MANY = 5;

    final long number;
    final long startedAt = System.currentTimeMillis();
    final String thread = Thread.currentThread().getName();
    private final long startedNanos = System.nanoTime();
    private final List<RecordedStatement> statements = new ArrayList<>();
    private final List<List<String>> flushes = new ArrayList<>();
    private String outcome = "open";
    private double lasted = -1;
    private int count;
    private long weight;
    private double databaseMillis;
    private boolean isForgotten;

    RecordedUnit(long number) {
        this.number = number;
    }

    double now() {
        return (System.nanoTime() - startedNanos) / 1e6;
    }

    /** Adds a statement, unless there is no room, and returns the memory that it takes. */
    synchronized int add(RecordedStatement statement) {
        count++;
        databaseMillis += statement.millis;
        int added = statement.weight();
        if (isForgotten || statements.size() == MOST_STATEMENTS || weight + added > MOST_WEIGHT) {
            return 0;
        }
        statements.add(statement);
        weight += added;
        return added;
    }

    /** Discards the recorded events and stops recording. Returns the freed memory. */
    synchronized long forget() {
        long freed = weight;
        isForgotten = true;
        statements.clear();
        flushes.clear();
        weight = 0;
        return freed;
    }

    synchronized void read(RecordedStatement statement, long rows) {
        statement.read = rows;
    }

    /** Adds the plan of a flush, unless there is no room, and returns the memory that it takes. */
    synchronized int flushed(List<String> plan) {
        int added = plan.stream().mapToInt(step -> 50 + 2 * step.length()).sum();
        if (isForgotten || flushes.size() == MOST_FLUSHES || weight + added > MOST_WEIGHT) {
            return 0;
        }
        flushes.add(plan);
        weight += added;
        return added;
    }

    synchronized void ended(String how) {
        outcome = how;
        lasted = now();
    }

    synchronized long weight() {
        return weight;
    }

    synchronized List<List<String>> flushes() {
        return List.copyOf(flushes);
    }

    synchronized RecordedStatement statement(int index) {
        return statements.get(index);
    }

    /** A group of statements with the same text. Immutable. */
    record Group(String sql, int count, double millis, String verdict) {}

    /** Returns the texts that were executed several times, the most frequent first. */
    synchronized List<Group> groups() {
        Map<String, List<RecordedStatement>> bySql = new LinkedHashMap<>();
        statements.forEach(each -> bySql.computeIfAbsent(each.sql, any -> new ArrayList<>()).add(each));
        return bySql.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Group(entry.getKey(), entry.getValue().size(),
                        entry.getValue().stream().mapToDouble(each -> each.millis).sum(), verdict(entry.getValue())))
                .sorted((a, b) -> Integer.compare(b.count, a.count)).toList();
    }

    private static String verdict(List<RecordedStatement> same) {
        Map<String, List<RecordedStatement>> byPlace = new LinkedHashMap<>();
        same.stream().filter(each -> each.isLazyLoad)
                .forEach(each -> byPlace.computeIfAbsent(each.origin + each.place, any -> new ArrayList<>()).add(each));
        return byPlace.values().stream().filter(loads -> loads.size() >= MANY).findFirst().map(loads -> {
            var one = loads.get(0);
            return "N+1: " + one.origin + ", " + loads.size() + " times"
                    + (one.place.isEmpty() ? "" : " at " + one.place) + "."
                    + (one.advice.isEmpty() ? " Read the rows again with one query."
                            : " Add " + one.advice + " to the query of its owners.");
        }).orElse("");
    }

    synchronized void writeHead(LensJson out) {
        out.object(() -> {
            out.field("number", number);
            out.field("startedAt", startedAt);
            out.field("thread", thread);
            out.field("outcome", outcome);
            out.field("lasted", lasted < 0 ? now() : lasted);
            out.field("count", count);
            out.field("databaseMillis", databaseMillis);
            out.field("nPlusOne", groups().stream().anyMatch(group -> !group.verdict.isEmpty()));
            out.field("failed", statements.stream().anyMatch(each -> each.error != null));
            out.field("summary", statements.isEmpty() ? "" : statements.get(0).summary);
            out.field("place", statements.isEmpty() ? "" : statements.get(0).place);
        });
    }

    synchronized void write(LensJson out) {
        out.object(() -> {
            out.name("unit");
            writeHead(out);
            out.field("left", count - statements.size());
            out.name("statements");
            out.array(statements, each -> write(each, out));
            out.name("groups");
            out.array(groups(), group -> out.object(() -> {
                out.field("sql", group.sql);
                out.field("count", group.count);
                out.field("millis", group.millis);
                out.field("verdict", group.verdict);
            }));
            out.name("flushes");
            out.array(flushes, plan -> out.array(plan, out::value));
        });
    }

    private static void write(RecordedStatement each, LensJson out) {
        out.object(() -> {
            out.field("sql", each.sql);
            out.field("summary", each.summary);
            out.field("tag", each.tag);
            out.field("origin", each.origin);
            out.field("place", each.place);
            out.field("start", each.startMillis);
            out.field("millis", each.millis);
            out.field("batch", each.batch);
            out.field("changed", each.changed);
            out.field("read", each.read);
            out.field("error", each.error == null ? "" : each.error);
            out.field("explainable", each.explainable != null);
            out.name("values");
            out.array(each.values, out::value);
        });
    }
}
