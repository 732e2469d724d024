package dev.rubedo.benchmarks;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the workloads in blocks and prints the table of ratios to JDBC.
 *
 * <p>
 * A block is one workload: JDBC, Rubedo, Hibernate, JDBC again, each in a JVM of its own with 8 s of warm-up and 4
 * iterations of 1 s, of which the least CPU time counts. The spread is half the difference of the two JDBC runs. The
 * arguments, if any, are the workloads to run. Stateless.
 */
public final class Comparison {
    private static final List<String> ALL = List.of("w1", "w2", "w5", "w6", "w7");
    private static final String JDBC = "Jdbc";
    private static final List<String> BLOCK = List.of(JDBC, "Rubedo", "Hibernate", JDBC);

    /** What one run of one contender took for an operation. */
    private record Cost(double cpuNanos, double bytes) {
        Cost least(Cost other) {
            return new Cost(Math.min(cpuNanos, other.cpuNanos), Math.min(bytes, other.bytes));
        }
    }

    private Comparison() {}

    public static void main(String[] arguments) throws RunnerException {
        PrintStream out = System.out;
        StringBuilder table = new StringBuilder("""
                | workload | jdbc cpu | rubedo cpu | hibernate cpu | jdbc bytes | rubedo bytes | hibernate bytes | spread |
                |---|---|---|---|---|---|---|---|
                """);
        for (String workload : arguments.length == 0 ? ALL : List.of(arguments)) {
            table.append(block(workload)).append('\n');
        }
        out.println(table);
    }

    private static String block(String workload) throws RunnerException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        double spread = 0;
        for (String contender : BLOCK) {
            if (workload.equals("w7") && contender.equals(JDBC)) {
                continue;
            }
            Cost cost = run(contender, workload);
            Cost first = costs.put(contender, cost);
            if (first != null) {
                spread = 50 * Math.abs(first.cpuNanos - cost.cpuNanos) / Math.min(first.cpuNanos, cost.cpuNanos);
                costs.put(contender, first.least(cost));
            }
        }
        return row(workload, costs, spread);
    }

    private static String row(String workload, Map<String, Cost> costs, double spread) {
        Cost rubedo = costs.getOrDefault("Rubedo", new Cost(0, 0));
        Cost hibernate = costs.getOrDefault("Hibernate", new Cost(0, 0));
        Cost jdbc = costs.get(JDBC);
        if (jdbc == null) {
            return String.format(Locale.ROOT, "| %s | – | %.3f µs | %.1f µs | – | %.0f B | %.0f B | – |",
                    workload.toUpperCase(Locale.ROOT), rubedo.cpuNanos / 1000, hibernate.cpuNanos / 1000, rubedo.bytes,
                    hibernate.bytes);
        }
        return String.format(Locale.ROOT, "| %s | %.2f µs | %.2f | %.2f | %.0f B | %.2f | %.2f | ±%.0f %% |",
                workload.toUpperCase(Locale.ROOT), jdbc.cpuNanos / 1000, rubedo.cpuNanos / jdbc.cpuNanos,
                hibernate.cpuNanos / jdbc.cpuNanos, jdbc.bytes, rubedo.bytes / jdbc.bytes, hibernate.bytes / jdbc.bytes,
                spread);
    }

    private static Cost run(String contender, String workload) throws RunnerException {
        Options options = new OptionsBuilder().include(contender + "Workloads\\." + workload + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS).forks(1).threads(1).warmupIterations(1)
                .warmupTime(TimeValue.seconds(8)).measurementIterations(4).measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).shouldFailOnError(true)
                .jvmArgs("-Xmx2g", "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED").build();
        RunResult result = new Runner(options).runSingle();
        double cpu = Double.MAX_VALUE;
        double bytes = Double.MAX_VALUE;
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                cpu = Math.min(cpu, score(iteration, "cpuNanos") / score(iteration, "operations"));
                bytes = Math.min(bytes, score(iteration, "gc.alloc.rate.norm"));
            }
        }
        return new Cost(cpu, bytes);
    }

    private static double score(IterationResult iteration, String name) {
        return iteration.getSecondaryResults().entrySet().stream().filter(entry -> entry.getKey().endsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH gave no result named \"" + name + "\"")).getValue()
                .getScore();
    }
}
