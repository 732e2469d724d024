package dev.rubedo.benchmarks;

import java.util.ArrayList;
import java.util.List;
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
 * Runs one workload of one contender in a JVM of its own, with 5 s of warm-up (property {@code benchmarks.warmup}) and 4
 * iterations of 1 s, of which the
 * least CPU time of the working thread counts. Code is compiled in the foreground: on a machine under load, compilers in
 * the background are too late, and the longer code of a library would be measured before it is compiled.
 *
 * @param benchmark the method of the benchmark, with its class
 * @param database the parameter of that name
 * @param rows the parameter of that name
 */
record Run(String benchmark, String database, String rows) {

    private static final int WARM_UP = Integer.getInteger("benchmarks.warmup", 5);

    /** What an operation took. Immutable. */
    record Cost(double cpuNanos, double bytes) {
        Cost least(Cost other) {
            return new Cost(Math.min(cpuNanos, other.cpuNanos), Math.min(bytes, other.bytes));
        }
    }

    Cost of(Contender contender) throws RunnerException {
        List<String> jvm = new ArrayList<>(
                List.of("-Xmx2g", "-XX:+UseParallelGC", "-Xbatch", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        jvm.addAll(contender.jvmArguments());
        Options options = new OptionsBuilder().include("\\." + benchmark.replace(".", "\\.") + "$")
                .param("database", database).param("contender", contender.name()).param("rows", rows)
                .mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS).forks(1).threads(1).warmupIterations(1)
                .warmupTime(TimeValue.seconds(WARM_UP)).measurementIterations(4).measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).shouldFailOnError(true)
                .jvmArgs(jvm.toArray(String[]::new)).build();
        RunResult result = new Runner(options).runSingle();
        Cost least = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                least = least.least(new Cost(score(iteration, "cpuNanos") / score(iteration, "operations"),
                        score(iteration, "gc.alloc.rate.norm")));
            }
        }
        return least;
    }

    private static double score(IterationResult iteration, String name) {
        return iteration.getSecondaryResults().entrySet().stream().filter(entry -> entry.getKey().endsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH gave no result named \"" + name + "\"")).getValue()
                .getScore();
    }
}
