package dev.rubedo.benchmarks;

import dev.rubedo.testing.server.DatabaseSpace;
import dev.rubedo.testing.server.TestServers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the workloads in blocks and prints the table of ratios to JDBC.
 *
 * <p>
 * A block is one workload: JDBC, the other contenders, JDBC again, each in a JVM of its own ({@link Run}). The spread is
 * half the difference of the two JDBC runs; a block whose spread is above 8 % is repeated, at most twice, and the
 * quietest counts. Arguments: {@code h2}, {@code sqlite}, {@code postgresql} (started for the run) or the URL of an empty
 * PostgreSQL database; contenders in capital letters; workloads; {@code rows=N}. What is left out is all, on H2.
 * Stateless.
 */
public final class Comparison {
    private static final List<String> OBJECTS = List.of("w1", "w2", "w4", "w4joined", "w5", "w6", "w7", "w8",
            "updateAll",
            "single");
    private static final List<String> TABLES = List.of("w3", "w3typed", "w3records", "w9", "w9cached", "w10", "byKey",
            "byKeyKept", "insert");
    private static final double LARGEST_SPREAD = 8;
    private static final int TRIALS = 3;

    /** The costs of one block. Immutable. */
    private record Block(String workload, Map<Contender, Run.Cost> costs, double spread) {}

    private Comparison() {}

    /** Runs the comparison. */
    public static void main(String[] arguments) throws RunnerException {
        List<String> known = new ArrayList<>(OBJECTS);
        known.addAll(TABLES);
        List<String> workloads = Arrays.stream(arguments).filter(known::contains).toList();
        List<Contender> contenders = Arrays.stream(Contender.values())
                .filter(one -> List.of(arguments).contains(one.name())).toList();
        String rows = Arrays.stream(arguments).filter(one -> one.startsWith("rows=")).findFirst().orElse("rows=10000");
        String database = Arrays.stream(arguments)
                .filter(one -> one.matches("h2|sqlite|postgresql|jdbc:.*")).findFirst().orElse("h2");
        if (!database.equals("postgresql")) {
            run(database, contenders.isEmpty() ? List.of(Contender.values()) : contenders,
                    workloads.isEmpty() ? known : workloads, rows.substring(5));
            return;
        }
        try (TestServers servers = TestServers.discover();
                DatabaseSpace space = servers.server(database).open("benchmark")) {
            run(space.url(), contenders.isEmpty() ? List.of(Contender.values()) : contenders,
                    workloads.isEmpty() ? known : workloads, rows.substring(5));
        }
    }

    private static void run(String database, List<Contender> contenders, List<String> workloads, String rows)
            throws RunnerException {
        System.out.println("| | jdbc | bytes | " + contenders.stream().filter(one -> one != Contender.JDBC)
                .map(one -> one.name().toLowerCase(Locale.ROOT) + " | bytes | ").collect(Collectors.joining())
                + "spread |\n|---|---|---|" + "---|---|".repeat(contenders.size() - 1) + "---|");
        for (String workload : workloads) {
            Block quietest = block(database, contenders, workload, rows);
            for (int trial = 1; trial < TRIALS && quietest.spread > LARGEST_SPREAD; trial++) {
                Block another = block(database, contenders, workload, rows);
                if (another.spread < quietest.spread) {
                    quietest = another;
                }
            }
            System.out.println(row(quietest, contenders));
        }
    }

    private static Block block(String database, List<Contender> contenders, String workload, String rows)
            throws RunnerException {
        Run run = new Run((OBJECTS.contains(workload) ? ObjectBenchmark.class : TableBenchmark.class).getSimpleName()
                + "." + workload, database, rows);
        boolean hasJdbc = Contender.JDBC.has(workload, database);
        Map<Contender, Run.Cost> costs = new EnumMap<>(Contender.class);
        Run.Cost first = hasJdbc ? run.of(Contender.JDBC) : new Run.Cost(0, 0);
        for (Contender one : contenders) {
            if (one != Contender.JDBC && one.has(workload, database)) {
                costs.put(one, run.of(one));
            }
        }
        if (!hasJdbc) {
            return new Block(workload, costs, 0);
        }
        Run.Cost last = run.of(Contender.JDBC);
        costs.put(Contender.JDBC, first.least(last));
        return new Block(workload, costs,
                50 * Math.abs(first.cpuNanos() - last.cpuNanos()) / Math.min(first.cpuNanos(), last.cpuNanos()));
    }

    private static String row(Block block, List<Contender> contenders) {
        StringBuilder row = new StringBuilder("| " + block.workload + " | ");
        Run.Cost jdbc = block.costs.get(Contender.JDBC);
        row.append(jdbc == null ? "– | – | " : time(jdbc.cpuNanos()) + " | " + bytes(jdbc.bytes()) + " | ");
        for (Contender one : contenders) {
            Run.Cost cost = block.costs.get(one);
            if (one == Contender.JDBC) {
                continue;
            }
            if (cost == null) {
                row.append("– | – | ");
            } else if (jdbc == null) {
                row.append(time(cost.cpuNanos())).append(" | ").append(bytes(cost.bytes())).append(" | ");
            } else {
                row.append(String.format(Locale.ROOT, "%.2f | %.2f | ", cost.cpuNanos() / jdbc.cpuNanos(),
                        cost.bytes() / jdbc.bytes()));
            }
        }
        return row + (jdbc == null ? "–" : String.format(Locale.ROOT, "±%.0f %%", block.spread)) + " |";
    }

    private static String time(double nanos) {
        return nanos < 1e6
                ? String.format(Locale.ROOT, "%.2f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }

    private static String bytes(double bytes) {
        return bytes < 1e5
                ? String.format(Locale.ROOT, "%.0f B", bytes)
                : String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }
}
